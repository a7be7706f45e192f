import { isSmall } from '../../text/characters.ts';
import type { Range } from '../../text/range.ts';
import { singleSpaced } from '../../text/spaces.ts';
import type { Name } from '../source.ts';
import { isHandle, isParticle, mayBeOrganisation, mayBePerson, namesOrganisation } from './name-words.ts';
import { type Passage, rawPart } from './passage.ts';
import { afterSpaces } from './phrases.ts';

/** The names at the head of a reference. */
export interface NameList {
  readonly names: readonly Name[];
  /** The list says that it is one: `A and B`, `A et al.` */
  readonly joined: boolean;
  readonly etAl: boolean;
  /** `and` stands before the last name, or there is no list to join. */
  readonly closed: boolean;
  /** Where the last name, or `et al.`, ends. */
  readonly end: number;
  /** Where what is said of the names (`(eds.)`, `[pseud.]`, `, tweet`) ends. */
  readonly next: number;
}

const ET_AL = /,? +(?:et +al\b\.?|and +(?:others|colleagues))$/i;
const ROLE =
  /(?:,? +\(?(?:eds?|trans|translators?|editors?)\b\.?\)?|,? +\((?:Eds?|Trans)\.\)|,? +\(@\w{1,30}\)|,? +[([](?:pseud(?:onym)?\b\.?|sic)[)\]]|, +(?:tweet|(?:Twitter|Facebook|Telegram|Instagram|blog) post|post on (?:X|Twitter|Facebook|Telegram)))$/;
/** What the last word of a role may be, but for a user's name. */
const ROLE_ENDS = new Set(
  (
    'ed eds Ed Eds trans Trans translator translators editor editors pseud pseudonym sic ' +
    'tweet post X Twitter Facebook Telegram'
  ).split(' '),
);
const SUFFIX_WORDS = new Set('Jr Sr II III IV PhD Ph.D DPhil MD M.D Esq Ret ret KC QC K.C Q.C CBE OBE MBE'.split(' '));
const SUFFIXES = /(?:,?\s+(?:Jr\.?|Sr\.?|II|III|IV|Ph\.?D\.?|DPhil|Esq\.?|[KQ]\.?C\.?|[COM]BE))+$/;
/** The last two characters of names that may end in such a suffix. */
const SUFFIX_ENDS = new Set('Jr r. Sr II IV hD .D D. il sq q. KC QC C. BE'.split(' '));
const LONGEST_SUFFIX = 'DPhil.'.length;
const AFTER_COMMA = ['and ', '& ', 'as well as '];
const AFTER_NAME = [...AFTER_COMMA, 'with '];
const LAST_IS_ABBREVIATION = /(?:^|[ .])(?:\p{L}|Jr|Sr|Ph\.?D|Esq)\.$/u;
/** Longer text is no list of names. */
const LONGEST = 600;

/** Reads all from `start` to `end` as a list of names; null when it is none. */
export function readNames(passage: Passage, start: number, end: number): NameList | null {
  if (end - start > LONGEST) return null;
  const { flat } = passage;
  const from = Math.min(afterSpaces(flat, start), end);
  const next = trimEnd(flat, from, end);
  if (from >= next) return null;
  let head = flat.slice(from, next);
  for (let role = roleOf(head); role; role = roleOf(head)) head = head.slice(0, role.index);
  const listEnd = from + head.length;
  const etAl = etAlOf(head);
  if (etAl) head = head.slice(0, etAl.index);

  const names: Name[] = [];
  let joined = etAl !== null;
  let closed = true;
  let nameStart = -1;
  let nameEnd = 0;
  let at = 0;
  for (let joint = nextJoint(head, 0); ; joint = nextJoint(head, at)) {
    const itemEnd = joint ? joint.start : head.length;
    const item = head.slice(at, itemEnd);
    const goesOn = nameStart !== -1 && (isSuffix(item) || isRestOfOrganisation(head.slice(nameStart, at), item));
    if (!goesOn) {
      if (!mayBePerson(item) && !mayBeOrganisation(item) && !isHandle(item)) return null;
      if (nameStart !== -1) names.push(nameOf(passage, from + nameStart, from + nameEnd));
      nameStart = at;
      if (joint?.closes) joined = true;
    }
    nameEnd = itemEnd;
    if (!joint) break;
    closed = joint.closes;
    at = joint.end;
  }
  names.push(nameOf(passage, from + nameStart, from + nameEnd));
  return { names, joined, closed: closed || etAl !== null, etAl: etAl !== null, end: listEnd, next };
}

export function roleOf(head: string): RegExpExecArray | null {
  let from = head.lastIndexOf(' ') + 1;
  let to = head.length;
  if (isBracket(head.charCodeAt(from))) from++;
  while (to > from && (isBracket(head.charCodeAt(to - 1)) || head.charCodeAt(to - 1) === 46)) to--;
  return head.charCodeAt(from) === 64 || ROLE_ENDS.has(head.slice(from, to)) ? ROLE.exec(head) : null;
}

function isBracket(code: number): boolean {
  return code === 40 || code === 41 || code === 91 || code === 93;
}

export function etAlOf(head: string): RegExpExecArray | null {
  const last = head.charCodeAt(head.length - 1) | 32;
  // As `et al`, `et al.`, `others` and `colleagues` end; few names do.
  if (last !== 108 && last !== 46 && last !== 115) return null;
  const mayBe = head.includes(' al') || head.includes('others') || head.includes('colleagues');
  return mayBe ? ET_AL.exec(head) : null;
}

/** A comma, an `and`, or both, between two names. */
export interface Joint extends Range {
  /** It is more than a comma: the next name is the last. */
  readonly closes: boolean;
}

export function nextJoint(head: string, from: number): Joint | null {
  const comma = head.indexOf(',', from);
  for (let space = head.indexOf(' ', from); ; ) {
    const isComma = comma !== -1 && (space === -1 || comma <= space);
    if (!isComma && space === -1) return null;
    const start = isComma ? comma : space;
    const word = afterSpaces(head, start);
    const hasComma = word === comma;
    const next = hasComma ? afterSpaces(head, comma + 1) : word;
    const end = afterConjunction(head, next, hasComma);
    if (hasComma || end > next) return { start, end, closes: end > next };
    space = head.indexOf(' ', next);
  }
}

/** Where the `and` at `at` and the spaces behind it end; `at` where there is none. */
function afterConjunction(head: string, at: number, hasComma: boolean): number {
  const code = head.charCodeAt(at);
  if (code !== 97 && code !== 38 && code !== 119) return at;
  for (const conjunction of hasComma ? AFTER_COMMA : AFTER_NAME) {
    if (head.startsWith(conjunction, at)) return afterSpaces(head, at + conjunction.length);
  }
  return at;
}

export function isSuffix(item: string): boolean {
  return item.length <= LONGEST_SUFFIX && SUFFIX_WORDS.has(item.endsWith('.') ? item.slice(0, -1) : item);
}

/** The words of a name that count: without `Jr.` and the like. */
export function withoutSuffix(name: string): string {
  return SUFFIX_ENDS.has(name.slice(-2)) ? name.replace(SUFFIXES, '') : name;
}

/** Whether a short form would call its author so: a surname with its particles, no given name. */
export function isSurname(name: Name): boolean {
  return (
    name.family.length === singleSpaced(name.text).length &&
    !(name.family.includes(' ') && namesOrganisation(name.family))
  );
}

/** `Trade` of `Ministry of Foreign Affairs and Trade`, `Crime` of `Office on Drugs and Crime`. */
function isRestOfOrganisation(before: string, item: string): boolean {
  if (item.includes(' ') || !before.endsWith(' and ') || before.endsWith(', and ')) return false;
  return before.includes(' of ') || before.includes(' for ') || before.includes(' on ');
}

export function nameOf(passage: Passage, start: number, end: number): Name {
  const { text, start: from, end: to } = rawPart(passage, start, end);
  return { text, family: familyOf(passage.flat.slice(start, end)), start: from, end: to };
}

function familyOf(written: string): string {
  if (!written.includes(' ')) return written;
  const name = written.includes('  ') ? singleSpaced(written) : written;
  if (namesOrganisation(name)) return name;
  const plain = withoutSuffix(name);
  let start = plain.lastIndexOf(' ') + 1;
  while (start > 1) {
    const before = plain.lastIndexOf(' ', start - 2) + 1;
    if (!isParticle(plain.slice(before, start - 1))) break;
    start = before;
  }
  return plain.slice(start);
}

/** Where the names end before the comma, the colon or the full stop that sets them off. */
export function trimEnd(flat: string, from: number, end: number): number {
  let to = end;
  for (;;) {
    const code = flat.charCodeAt(to - 1);
    const isStop = code === 46 && !endsInAbbreviation(flat, from, to);
    if (to <= from || !(code === 32 || code === 44 || code === 58 || isStop)) return to;
    to--;
  }
}

/** Whether the full stop before `to` is that of an initial, `Jr.` or the like. */
function endsInAbbreviation(flat: string, from: number, to: number): boolean {
  const last = flat.charCodeAt(to - 2);
  const isOfWord = to - 3 >= from && isSmall(last) && isSmall(flat.charCodeAt(to - 3));
  // Of two small letters, only `Esq.` is one.
  if (isOfWord && last !== 113) return false;
  return LAST_IS_ABBREVIATION.test(flat.slice(Math.max(from, to - 8), to));
}
