import type { Range } from '../text/range.ts';

const QUALIFIER =
  '(?:,? *(?:also|e\\.g\\.|i\\.e\\.|for example|for instance|especially|in particular|inter alia|among others|generally|again|further|instead|respectively|the following|more recently|most recently))';
const SIGNAL = new RegExp(
  `(?:(?:but|and|or|again|also|here|first|finally)[, ]+)?(?:see|cf\\.?|compare|consult|contra|(?:as )?(?:quoted|cited|reported|reproduced|referenced|mentioned) (?:in|by)|quoting|citing|based on|drawn from|taken from|adapted from)${QUALIFIER}{0,2}[,:]? +`,
  'iy',
);
const OPENING = /(?:(?:and|or|also|as well as)\b|[, &])+/iy;
const INNER_SEE = new RegExp(
  `[ ,(](see${QUALIFIER}{0,2}[,:]? +)(?=["“„‘\\p{Lu}\\uFFFC]|(?:al|el)-|ibid|author|interview)`,
  'gu',
);
/** `…, quoted in Tom Kay, “Rivers”`: the source that holds another one. */
const INNER_SIGNAL = /[ ,(]((?:as )?(?:quoted|cited) in:? +)(?=["“„‘\p{Lu}\uFFFC]|ibid)/gu;
/** `…, May 4, 2015, and Tom Kay, “Rivers”`: up to the title, in which the names have to be names. */
const INNER_AND = /(?:\b(?:1[5-9]|20)\d\d\)?|\uFFFC),? and (?=["“]|\p{Lu}[^"“”();]{1,80}, ["“])/gu;
const NONE: readonly Range[] = [];

/** Where a reference starts that may have signals (`See`, `See, e.g.,`, `Cf.`) or a conjunction before it. */
export function afterSignals(flat: string, start: number): number {
  let at = start;
  OPENING.lastIndex = at;
  if (OPENING.test(flat)) at = OPENING.lastIndex;
  SIGNAL.lastIndex = at;
  if (SIGNAL.test(flat)) at = SIGNAL.lastIndex;
  while (flat.charCodeAt(at) === 32) at++;
  return at;
}

export function startsWithSignal(flat: string, at: number): boolean {
  SIGNAL.lastIndex = at;
  return SIGNAL.test(flat);
}

/** Each `see` and `quoted in` inside a sentence, in order: from where it starts to what it points at. */
export function findSees(flat: string): readonly Range[] {
  const sees = flat.includes('see') ? rangesOf(flat, INNER_SEE) : NONE;
  if (!flat.includes('ted in')) return sees;
  return [...sees, ...rangesOf(flat, INNER_SIGNAL)].sort((a, b) => a.start - b.start);
}

/** Each `and` that joins two references in full: from the end of the first to where the second starts. */
export function findJoints(flat: string): readonly Range[] {
  if (!flat.includes(' and ')) return NONE;
  return Array.from(flat.matchAll(INNER_AND), ({ 0: found, index }) => {
    const end = index + found.length;
    return { start: end - (/,? and $/.exec(found)?.[0].length ?? 0), end };
  });
}

function rangesOf(flat: string, pattern: RegExp): readonly Range[] {
  return Array.from(flat.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
