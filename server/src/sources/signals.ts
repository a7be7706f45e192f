import type { Range } from '../text/range.ts';

const QUALIFIER =
  '(?:,? *(?:also|e\\.g\\.|i\\.e\\.|for example|for instance|especially|in particular|inter alia|among others|generally|again|further|instead|respectively|the following|more recently|most recently))';
const SIGNAL = new RegExp(
  `(?:(?:but|and|or|again|also|here|first|finally)[, ]+)?(?:see|cf\\.?|compare|consult|contra|(?:as )?(?:quoted|cited|reported|reproduced|referenced|mentioned) (?:in|by)|quoting|citing|based on|drawn from|taken from|adapted from)${QUALIFIER}{0,2}[,:]? +`,
  'iy',
);
const OPENING = /(?:(?:and|or|also)\b|[, &])+/iy;
const INNER_SEE = new RegExp(
  `[ ,(](see${QUALIFIER}{0,2}[,:]? +)(?=["“„‘\\p{Lu}\\uFFFC]|(?:al|el)-|ibid|author|interview)`,
  'gu',
);
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

/** Each `see` inside a sentence: from where it starts to what it points at. */
export function findSees(flat: string): readonly Range[] {
  if (!flat.includes('see')) return NONE;
  return Array.from(flat.matchAll(INNER_SEE), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
