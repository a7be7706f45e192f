import { put } from '../text/group.ts';
import type { Control, Word } from './controls.ts';

const ALL = '*';

/** A place and a rule: what comments turn off and on. */
export interface Place {
  readonly rule: string;
  readonly start: number;
}

export interface Heeded<Item extends Place> {
  readonly kept: readonly Item[];
  /** What `ignore` and `disable` name and nothing was found for: rules, or the keyword of a comment that means all. */
  readonly unused: ReadonlyMap<Control, readonly Word[]>;
}

/**
 * What the comments of a draft leave of `items`, which are sorted by start. An item is ignored by where it starts.
 * `isOn` says which rules are configured to be on: `reset` goes back to that, and so does an `enable` of all.
 */
export function heed<Item extends Place>(
  controls: readonly Control[],
  items: readonly Item[],
  isOn: (rule: string) => boolean,
): Heeded<Item> {
  const used = new Set<Word>();
  const ignores = new Map<string, Effect[]>();
  const states = new Map<string, Effect & { readonly turn: number }>();
  let turn = 0;
  const effects = controls.flatMap(effectsOf).sort((a, b) => a.from - b.from);

  const ignoredBy = (rule: string, at: number): Effect | undefined => {
    const open = ignores.get(rule);
    while (open?.length && (open.at(-1) as Effect).to <= at) open.pop();
    return open?.at(-1);
  };
  const kept = items.filter(({ rule, start }) => {
    for (let next = effects[turn]; next && next.from <= start; next = effects[++turn]) {
      if (next.keyword !== 'ignore') {
        if (next.rule === ALL) states.clear();
        states.set(next.rule, { ...next, turn });
      } else {
        put(ignores, next.rule, next);
      }
    }
    const ignoring = ignoredBy(rule, start) ?? ignoredBy(ALL, start);
    const state = states.get(rule) ?? states.get(ALL);
    if (ignoring) used.add(ignoring.word);
    else if (state?.keyword === 'disable' && isOn(rule)) used.add(state.word);
    if (ignoring || state?.keyword === 'disable') return false;
    return state?.keyword === 'enable' && state.rule !== ALL ? true : isOn(rule);
  });

  const unused = new Map<Control, readonly Word[]>();
  for (const control of controls) {
    if (control.keyword.text !== 'ignore' && control.keyword.text !== 'disable') continue;
    const words = (control.rules.length > 0 ? control.rules : [control.keyword]).filter((word) => !used.has(word));
    if (words.length > 0) unused.set(control, words);
  }
  return { kept, unused };
}

/** What one word of a comment does from `from` (and, for `ignore`, up to `to`). */
interface Effect {
  readonly keyword: string;
  readonly rule: string;
  readonly word: Word;
  readonly from: number;
  readonly to: number;
}

function effectsOf({ keyword, rules, covers, end }: Control): Effect[] {
  const ignore = keyword.text === 'ignore';
  const from = ignore ? covers.start : end;
  const words = rules.length > 0 ? rules : [keyword];
  return words.map((word) => ({
    keyword: keyword.text,
    rule: rules.length > 0 ? word.text : ALL,
    word,
    from,
    to: ignore ? Math.max(covers.end, covers.start + 1) : Number.POSITIVE_INFINITY,
  }));
}
