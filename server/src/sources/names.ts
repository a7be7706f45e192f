import { isParticle, mayBeOrganisation, mayBePerson } from './name-words.ts';
import type { Passage } from './passage.ts';
import type { Name } from './source.ts';

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

const OF_AN_ORGANISATION =
  /(?:^| )(?:of|for|the|on|in|Agence|Agencia|Agency|Agenzia|Alliance|Analysis|Analysts|Analytics|Army|Associated|Associates|Association|Authority|Bank|Bundes[a-z]+|Bureau|Center|Centre|Centro|Coalition|Collective|Comisión|Command|Commission|Commissione|Committee|Company|Conseil|Consejo|Consortium|Council|Court|Department|Directorate|Ejército|Federation|Fiscalía|Fondation|Force|Forces|Foundation|Fuerzas|Fund|Fundación|Gobierno|Gouvernement|Government|Group|House|Initiative|Institut|Institute|Institution|Instituto|Intelligence|International|Islamic|Laboratory|Ministerio|Ministero|Ministry|Ministère|Ministério|Mission|Monitor|Nations|Network|News|Office|Organi[sz]ation|Parquet|Party|Policía|Post|Press|Procuraduría|Program|Programme|Project|Report|Research|School|Secretaría|Service|Services|Society|State|States|Stiftung|Studies|Times|Tribunal|Tribune|Trust|Union|Unit|United|Universidad|University|Universität|Université|Watch)(?: |$)/;
const JOINT = / *, *(?:and|&|as well as) +| +(?:and|&|with|as well as) +| *, */g;
const ET_AL = /,? +(?:et +al\b\.?|and +(?:others|colleagues))$/i;
const ROLE =
  /(?:,? +\(?(?:eds?|trans|translators?|editors?)\b\.?\)?|,? +\(@\w{1,30}\)|,? +[([](?:pseud(?:onym)?\b\.?|sic)[)\]]|, +(?:tweet|(?:Twitter|Facebook|Telegram|Instagram|blog) post|post on (?:X|Twitter|Facebook|Telegram)))$/;
const SUFFIX = /^(?:Jr|Sr|II|III|IV|Ph\.?D|DPhil|M\.?D|Esq|Ret|ret|[KQ]C|[COM]BE)\.?$/;
const SUFFIXES = /(?:,?\s+(?:Jr\.?|Sr\.?|II|III|IV|Ph\.?D\.?|DPhil|Esq\.?|[KQ]C|[COM]BE))+$/;
const LAST_IS_ABBREVIATION = /(?:^|[ .])(?:\p{L}|Jr|Sr|Ph\.?D|Esq)\.$/u;
/** Longer text is no list of names. */
const LONGEST = 600;

/** Reads all from `start` to `end` as a list of names; null when it is none. */
export function readNames(passage: Passage, start: number, end: number): NameList | null {
  if (end - start > LONGEST) return null;
  const { flat } = passage;
  let from = start;
  let to = end;
  while (from < to && flat.charCodeAt(from) === 32) from++;
  to = trimEnd(flat, from, to);
  if (from >= to) return null;
  let head = flat.slice(from, to);
  const next = to;
  for (let role = ROLE.exec(head); role; role = ROLE.exec(head)) head = head.slice(0, role.index);
  const listEnd = from + head.length;
  const etAl = / al|others|colleagues/.test(head) ? ET_AL.exec(head) : null;
  if (etAl) head = head.slice(0, etAl.index);

  const items: { start: number; end: number }[] = [];
  let joined = etAl !== null;
  let closed = true;
  let at = 0;
  JOINT.lastIndex = 0;
  for (let joint = JOINT.exec(head); ; joint = JOINT.exec(head)) {
    const itemEnd = joint ? joint.index : head.length;
    const item = head.slice(at, itemEnd);
    const last = items.at(-1);
    if (last && SUFFIX.test(item)) last.end = itemEnd;
    else if (last && isRestOfOrganisation(head.slice(last.start, at), item)) last.end = itemEnd;
    else if (mayBePerson(item) || mayBeOrganisation(item)) {
      items.push({ start: at, end: itemEnd });
      if (joint && !joint[0].trim().startsWith(',')) joined = true;
      else if (joint && joint[0].trim().length > 1) joined = true;
    } else return null;
    if (!joint) break;
    closed = joint[0].trim() !== ',';
    at = joint.index + joint[0].length;
  }
  const names = items.map((item) => nameOf(passage, from + item.start, from + item.end));
  return { names, joined, closed: closed || etAl !== null, etAl: etAl !== null, end: listEnd, next };
}

/** The words of a name that count: without `Jr.` and the like. */
export function withoutSuffix(name: string): string {
  return /\s/.test(name) ? name.replace(SUFFIXES, '') : name;
}

/** Whether a short form would call its author so: a surname with its particles, no given name. */
export function isSurname(name: Name): boolean {
  return (
    name.family.length === name.text.length && !(name.family.includes(' ') && OF_AN_ORGANISATION.test(name.family))
  );
}

/** `Trade` of `Ministry of Foreign Affairs and Trade`. */
function isRestOfOrganisation(before: string, item: string): boolean {
  return before.endsWith(' and ') && !before.endsWith(', and ') && /(?: of| for) /.test(before) && !item.includes(' ');
}

function nameOf({ base, flat, text }: Passage, start: number, end: number): Name {
  const written = text.slice(base + start, base + end);
  return { text: written, family: familyOf(flat.slice(start, end)), start: base + start, end: base + end };
}

function familyOf(name: string): string {
  const spaced = name.includes(' ');
  if (!spaced) return name;
  if (OF_AN_ORGANISATION.test(name)) return name;
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
function trimEnd(flat: string, from: number, end: number): number {
  let to = end;
  for (;;) {
    const code = flat.charCodeAt(to - 1);
    const isStop = code === 46 && !LAST_IS_ABBREVIATION.test(flat.slice(Math.max(from, to - 8), to));
    if (to <= from || !(code === 32 || code === 44 || code === 58 || isStop)) return to;
    to--;
  }
}
