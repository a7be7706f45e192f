import { singleSpaced, withoutQuoteSigns } from '../../text/spaces.ts';
import type { Name } from '../source.ts';
import { initialsIn } from './called.ts';
import { INITIALS, isParticle, mayBePerson, namesOrganisation } from './name-words.ts';
import { etAlOf, isSuffix, type Joint, type NameList, nameOf, nextJoint, roleOf, trimEnd } from './names.ts';
import { type Passage, rawPart } from './passage.ts';
import { afterSpaces } from './phrases.ts';

// Authors as bibliographies, and the programs that make them, write them: `Lee, Ann, and Tom Roe. Roads.`, `Lee, A., & Roe,
// T. (2015). Roads.`

const LONGEST_SURNAME = 40;
const MOST_GIVEN_NAMES = 4;
/** Longer text is no list of names. */
const LONGEST = 600;

/** Whether the surname stands first in a name of the draft `text`. */
export function isTurned(text: string, { family, start, end, ...name }: Name): boolean {
  const said = singleSpaced(withoutQuoteSigns(text.slice(start, end)));
  return said.startsWith(`${family},`) && !name.text.startsWith(family);
}

interface Item {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What parts it from the next; null for the last. */
  readonly joint: Joint | null;
}

/** Reads all from `start` to `end` as a list of names of which the first has its surname first; null when it is none. */
export function readSurnamesFirst(passage: Passage, start: number, end: number): NameList | null {
  const { flat } = passage;
  const from = Math.min(afterSpaces(flat, start), end);
  if (end - start > LONGEST || !mayBegin(flat, from, end)) return null;
  const next = trimEnd(flat, from, end);
  let head = flat.slice(from, next);
  for (let role = roleOf(head); role; role = roleOf(head)) head = head.slice(0, role.index);
  const listEnd = from + head.length;
  const etAl = etAlOf(head);
  if (etAl) head = head.slice(0, etAl.index);
  const names = namesIn(passage, itemsOf(head, from), etAl !== null);
  return (
    names && { names, joined: names.length > 1 || etAl !== null, closed: true, etAl: etAl !== null, end: listEnd, next }
  );
}

/** Such names before a full stop, from `start` on; `end` is where the title that follows ends. */
export function surnamesFirstAt(passage: Passage, start: number, end: number): NameList | null {
  const { flat } = passage;
  const from = afterSpaces(flat, start);
  if (!mayBegin(flat, from, end)) return null;
  const limit = Math.min(end, from + LONGEST);
  let found: NameList | null = null;
  for (let at = flat.indexOf('. ', from); at !== -1 && at < limit; at = flat.indexOf('. ', at + 1)) {
    const list = readSurnamesFirst(passage, from, at + 1);
    found = list ?? found;
    // `Lee, J. Ann. Roads`: what stands behind an initial may be another given name.
    if (list && !(list.end > at && goesOnAfter(flat, at + 1, limit))) return list;
  }
  return found;
}

/** Whether one word and a full stop stand at `at`, and a title behind it. */
function goesOnAfter(flat: string, at: number, end: number): boolean {
  const stop = flat.indexOf('. ', at);
  return stop !== -1 && stop < end && !flat.slice(afterSpaces(flat, at), stop).includes(' ');
}

/** Whether a surname, a comma and a given name may stand at `start`: most names begin with a given one. */
function mayBegin(flat: string, start: number, end: number): boolean {
  const comma = flat.indexOf(',', start);
  if (comma === -1 || comma >= end) return false;
  const given = afterSpaces(flat, comma + 1);
  const space = flat.indexOf(' ', start);
  // Several words are a surname before initials, or with a particle: most are `Ann Lee, Tom Roe`.
  const mayBe = space === -1 || space > comma || flat.charAt(given + 1) === '.' || isParticle(flat.slice(start, space));
  return given < end && mayBe && mayBeSurname(flat.slice(start, comma));
}

function itemsOf(head: string, from: number): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; ; ) {
    const joint = nextJoint(head, at);
    const end = joint ? joint.start : head.length;
    items.push({ start: from + at, end: from + end, text: head.slice(at, end), joint });
    if (!joint) return items;
    at = joint.end;
  }
}

function namesIn(passage: Passage, items: readonly Item[], isOpen: boolean): readonly Name[] | null {
  const names: Name[] = [];
  // Whether an `and` stands before the last name, or initials show what is a surname.
  let closes = true;
  for (let at = 0; at < items.length; ) {
    const item = items[at] as Item;
    const given = items[at + 1];
    const isPair = given !== undefined && item.joint?.closes === false && isSurnameOf(item.text, given.text);
    if (!isPair && (at === 0 || !isWhole(item.text))) return null;
    const isJoined = at === 0 || items[at - 1]?.joint?.closes === true;
    closes = isJoined || (given !== undefined && isPair && INITIALS.test(given.text));
    at += isPair ? 2 : 1;
    const suffix = items[at];
    const hasSuffix = suffix !== undefined && isSuffix(suffix.text);
    if (hasSuffix) at++;
    if (isPair) names.push(turned(passage, item, given, hasSuffix ? suffix : null));
    else names.push(nameOf(passage, item.start, hasSuffix ? suffix.end : item.end));
  }
  return closes || isOpen ? names : null;
}

/** `Ann Lee` of `Lee, Ann`: its range is that of both. */
function turned(passage: Passage, surname: Item, given: Item, suffix: Item | null): Name {
  const said = (item: Item) => singleSpaced(rawPart(passage, item.start, item.end).text);
  const family = said(surname);
  const text = `${said(given)} ${family}${suffix ? `, ${said(suffix)}` : ''}`;
  return { text, family, start: passage.base + surname.start, end: passage.base + (suffix ?? given).end };
}

function isSurnameOf(surname: string, given: string): boolean {
  if (!mayBeSurname(surname)) return false;
  if (INITIALS.test(given)) return true;
  // `Ben Connable` may be all of a name, `al Tamimi` and `Della Porta` before a given name alone are none.
  const before = surname.slice(0, Math.max(0, surname.indexOf(' ')));
  const isSure = before === before.toLowerCase() || !given.includes(' ');
  return (before === '' || (isParticle(before) && isSure)) && isGiven(given);
}

function mayBeSurname(text: string): boolean {
  if (text.length > LONGEST_SURNAME || initialsIn(text) !== null) return false;
  const words = text.includes(' ') ? text.split(/ +/) : [text];
  return words.length < MOST_GIVEN_NAMES + 1 && mayBePerson(text) && !namesOrganisation(text);
}

function isGiven(text: string): boolean {
  if (initialsIn(text) !== null || isSuffix(text) || namesOrganisation(text)) return false;
  return text.split(' ').length <= MOST_GIVEN_NAMES && mayBePerson(text) && !isParticle(text);
}

/** A name in the usual order, with given names. */
function isWhole(text: string): boolean {
  const last = text.slice(text.lastIndexOf(' ') + 1);
  return last !== text && !INITIALS.test(last) && mayBePerson(text) && !namesOrganisation(text);
}
