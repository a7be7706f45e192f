import { RULE_IDS } from '../rules/ids.ts';
import { either, quote } from '../rules/words.ts';
import { likeliest, nearest } from '../text/distance.ts';

const FARTHEST_NAME = 4;
const MOST_SLIPS = 2;

/** `1 draft`, `3 drafts`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** ` (did you mean warning?)` of what was written short or nearly right; nothing where it is far from all of them. */
export function didYouMean(word: string, choices: readonly string[]): string {
  const meant = choices.find((choice) => word !== '' && choice.startsWith(word)) ?? nearest(word, choices, MOST_SLIPS);
  return meant === null ? '' : ` (did you mean ${meant}?)`;
}

/** What to say of `id`, which stands where the id of a rule should. */
export function unknownRule(id: string): string {
  const written = id.toLowerCase();
  const near = likeliest(written, RULE_IDS, FARTHEST_NAME);
  const family = RULE_IDS.filter((known) => known.startsWith(`${written}-`));
  const otherwise = family.length > 0 ? either(family.map(quote)) : 'one that “sentinel-citations rules” lists';
  return `unknown rule ${quote(id)}, expected ${near === null ? otherwise : quote(near)}`;
}
