import { HIDDEN } from '../../markdown/prose.ts';
import { isDigit, isUpper } from '../../text/characters.ts';
import type { Range } from '../../text/range.ts';
import { afterCommas, afterSpaces, beforeSpaces, byFirstLetter, endsWord, phraseAt, standsAt } from './phrases.ts';

/** What may stand before a reference. */
const OPENINGS = byFirstLetter(['and', 'or', 'also', 'as well as']);
/** What may stand before a signal, between it and the sentence before. */
const LEADS = byFirstLetter(['but', 'and', 'or', 'again', 'also', 'here', 'first', 'finally']);
const SOURCE_VERBS = ['quoted', 'cited', 'reported', 'reproduced', 'referenced', 'mentioned'];
/** What may be said of what stands in a source; of who said it, that is a sentence. */
const PLACE_VERBS = ['noted', 'argued', 'discussed', 'described', 'shown', 'explained', 'documented', 'detailed'];
const SIGNALS = byFirstLetter([
  ...['see', 'cf.', 'cf', 'compare', 'consult', 'contra', 'quoting', 'citing'],
  ...['based on', 'drawn from', 'taken from', 'adapted from', 'quoted from', 'data from', 'data in', 'source:'],
  ...PLACE_VERBS.flatMap((verb) => [`${verb} in`, `as ${verb} in`]),
  ...SOURCE_VERBS.flatMap((verb) => [`${verb} in`, `${verb} by`, `as ${verb} in`, `as ${verb} by`]),
]);
/** `See also`, `see, e.g.,`. */
const QUALIFIERS = byFirstLetter([
  ...['also', 'e.g.', 'i.e.', 'for example', 'for instance', 'especially', 'in particular', 'inter alia'],
  ...['among others', 'generally', 'again', 'further', 'instead', 'respectively', 'the following'],
  ...['more recently', 'most recently'],
]);
const MOST_QUALIFIERS = 2;
/** `…, quoted in Tom Kay, “Rivers”`: the source that holds another one. */
const INNER_SIGNAL = /[ ,(]((?:as )?(?:quoted|cited) in:? +)(?=["“„‘\p{Lu}\uFFFC]|ibid)/gu;
/** Words that a reference may begin with, small as they are, behind a `see` inside a sentence. */
const SMALL_BEGINNINGS = ['al-', 'el-', 'ibid', 'author', 'interview'];
/** What joins two references in full. */
const JOINTS = [' and ', ' as well as '];
const VERBAL_JOINTS = [' quoting ', ' citing ', ' reviewing ', ' discussing '];
/** `…, May 4, 2015, and Tom Kay, “Rivers”`: up to the title, in which the names have to be names. */
const INNER_JOINT =
  /(?:\b(?:1[5-9]|20)\d\d\)?|\uFFFC)(,? (?:and|as well as|quoting|citing|reviewing|discussing) )(?=["“]|\p{Lu}[^"“”();]{1,80}, ["“])/gu;
/** `Author’s calculations based on Lee`, `Authors’ analysis of data from Lee`. */
const OWN_WORK =
  /authors?[’'`]?s?[’'`]? (?:own )?(?:calculations?|analys[ie]s|compilation|estimates?|tabulation|research),? (?:of|from|based on|using|drawing on|drawn from)(?: the)?(?: data| figures| statistics| information)?(?: (?:from|in|of|by))? +(?=["“\p{L}])/iuy;
const NONE: readonly Range[] = [];

/** Where a reference starts that may have signals (`See`, `See, e.g.,`, `Cf.`) or a conjunction before it. */
export function afterSignals(flat: string, start: number): number {
  const at = afterOpening(flat, start);
  const end = signalEnd(flat, at);
  return afterSpaces(flat, end === -1 ? at : end);
}

export function startsWithSignal(flat: string, at: number): boolean {
  return signalEnd(flat, at) !== -1;
}

/** Where the conjunctions, commas and spaces at `start` end. */
function afterOpening(flat: string, start: number): number {
  let at = start;
  for (;;) {
    const code = flat.charCodeAt(at);
    if (code === 32 || code === 44 || code === 38) at++;
    else {
      const opening = phraseAt(OPENINGS, flat, at);
      if (!opening || !endsWord(flat.charCodeAt(at + opening.length))) return at;
      at += opening.length;
    }
  }
}

/** Where the signal at `at` ends, with its qualifiers and the spaces behind them; -1 where there is none. */
function signalEnd(flat: string, at: number): number {
  const lead = phraseAt(LEADS, flat, at);
  const start = lead ? afterCommas(flat, at + lead.length) : at;
  const isJoined = lead !== null && start === at + lead.length;
  const own = standsAt(flat, 'author', start) ? ownWorkEnd(flat, start) : -1;
  if (own !== -1) return own;
  const signal = isJoined ? null : phraseAt(SIGNALS, flat, start);
  return signal ? afterQualifiers(flat, start + signal.length, false) : -1;
}

function ownWorkEnd(flat: string, at: number): number {
  OWN_WORK.lastIndex = at;
  return OWN_WORK.test(flat) ? OWN_WORK.lastIndex : -1;
}

/** Where the reference starts behind the qualifiers at `at`: spaces stand before it; -1 where they do not. */
function afterQualifiers(flat: string, at: number, areSmall: boolean): number {
  let found = spacedEnd(flat, at);
  let to = at;
  for (let count = 0; count < MOST_QUALIFIERS; count++) {
    const from = afterSpaces(flat, flat.charCodeAt(to) === 44 ? to + 1 : to);
    const qualifier = phraseAt(QUALIFIERS, flat, from);
    if (!qualifier || (areSmall && !flat.startsWith(qualifier, from))) break;
    to = from + qualifier.length;
    const end = spacedEnd(flat, to);
    if (end !== -1) found = end;
  }
  return found;
}

/** Where the spaces at `at` end, a comma or colon before them included; -1 without a space. */
function spacedEnd(flat: string, at: number): number {
  const code = flat.charCodeAt(at);
  const from = code === 44 || code === 58 ? at + 1 : at;
  const end = afterSpaces(flat, from);
  return end > from ? end : -1;
}

/** Each `see` and `quoted in` inside a sentence, in order: from where it starts to what it points at. */
export function findSees(flat: string): readonly Range[] {
  const sees = flat.includes('see') ? innerSees(flat) : NONE;
  if (!flat.includes('quoted in') && !flat.includes('cited in')) return sees;
  return [...sees, ...rangesOf(flat, INNER_SIGNAL)].sort((a, b) => a.start - b.start);
}

/** Each `and` or `quoting` that joins two references in full, before where the last title opens, if any: from the end of the first to where the second starts. */
export function findJoints(flat: string, lastTitle: number): readonly Range[] {
  if (lastTitle === -1) return NONE;
  const head = flat.slice(0, lastTitle + 1);
  const mayJoin = (words: string) => followsEnd(head, words);
  if (!JOINTS.some(mayJoin) && !(head.includes('ing ') && VERBAL_JOINTS.some(mayJoin))) return NONE;
  return Array.from(flat.matchAll(INNER_JOINT), ({ 0: found, 1: words = '', index }) => {
    const end = index + found.length;
    return { start: end - words.length, end };
  });
}

/** Each `see` that leads to what begins as references do. */
function innerSees(flat: string): readonly Range[] {
  const sees: Range[] = [];
  for (let at = flat.indexOf('see'); at !== -1; at = flat.indexOf('see', at + 1)) {
    const before = flat.charCodeAt(at - 1);
    if (before !== 32 && before !== 44 && before !== 40) continue;
    const end = afterQualifiers(flat, at + 'see'.length, true);
    if (end !== -1 && beginsReference(flat, end)) sees.push({ start: at - 1, end });
  }
  return sees;
}

function beginsReference(flat: string, at: number): boolean {
  const code = flat.charCodeAt(at);
  return (
    isUpper(code) ||
    isQuotationMark(code) ||
    flat[at] === HIDDEN ||
    SMALL_BEGINNINGS.some((word) => flat.startsWith(word, at))
  );
}

function isQuotationMark(code: number): boolean {
  return code === 34 || code === 0x201c || code === 0x201e || code === 0x2018;
}

/** Whether `word`, with spaces around, stands behind what a reference may end in: a year, a parenthesis, an address. */
export function followsEnd(flat: string, word: string): boolean {
  for (let at = flat.indexOf(word); at !== -1; at = flat.indexOf(word, at + 1)) {
    const end = beforeSpaces(flat, at);
    const code = flat.charCodeAt(flat.charCodeAt(end - 1) === 44 ? end - 2 : end - 1);
    if (isDigit(code) || code === 41 || code === 0xfffc) return true;
  }
  return false;
}

function rangesOf(flat: string, pattern: RegExp): readonly Range[] {
  return Array.from(flat.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
