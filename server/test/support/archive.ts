import { FLAWED } from './drafts.ts';
import { syntheticDraft } from './synthetic.ts';

/** An archive of so many small drafts by their names; every third has findings. */
export function archive(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const clean = syntheticDraft({ seed: index, notation: 'bracket', citations: 5 + (index % 20), notes: index % 3 });
      return [
        `issue ${index % 7}/draft-${index}.md`,
        index % 3 === 0 ? FLAWED.replace('split', `split ${index}`) : clean,
      ];
    }),
  );
}
