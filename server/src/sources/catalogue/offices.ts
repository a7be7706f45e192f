import { fold } from '../reading/fold.ts';

// The names of organisations, which are written in several ways, and called by a part of them.

/** Of whom an office is, abbreviated. */
const ABBREVIATED = /^(?:the )?u ?([nsk])(?: a)? (?=.)/;
const WHOSE: Readonly<Record<string, string>> = { n: 'united nations ', s: 'united states ', k: 'united kingdom ' };
/** What a part of a name may leave out before it. */
const COUNTRY = /^(?:united (?:states|kingdom|nations)|british|american) (?:the )?/;
/** `department of the treasury`, which is the Treasury Department as well. */
const DEPARTMENT = /(?:^| )(department|ministry) of (?:the )?([^ ]+)$/;
/** Longer parts are hardly shorter than the whole. */
const MOST_WORDS = 4;

/** A name as it is compared: `U.S. Treasury` is `united states treasury`, however its country is written. */
export function foldName(name: string): string {
  const folded = fold(name);
  if (!/^(?:the )?u/.test(folded)) return folded;
  return folded.replace(ABBREVIATED, (_, letter: string) => WHOSE[letter] as string);
}

/** A folded name without the country whose office it is. */
export function withoutCountry(folded: string): string {
  return folded.replace(COUNTRY, '');
}

/** What an organisation (folded) may be called in short: `treasury`, `treasury department`, `nashir`. */
export function shortNamesOf(folded: string): ReadonlySet<string> {
  const words = folded.split(' ');
  const names = new Set(beginningsOf(folded));
  for (let count = 1; count <= MOST_WORDS && count < words.length; count++) names.add(words.slice(-count).join(' '));
  const [, kind, field] = DEPARTMENT.exec(folded) ?? [];
  return kind ? names.add(`${field} ${kind}`) : names;
}

/** The first words of a folded text, up to all but the last. */
export function beginningsOf(folded: string): readonly string[] {
  const words = folded.split(' ', MOST_WORDS + 1);
  return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join(' '));
}
