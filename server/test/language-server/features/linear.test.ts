import { suite, test } from 'node:test';
import { type Analysis, analyse } from '../../../src/analysis.ts';
import { defaultVocabulary } from '../../../src/default-vocabulary.ts';
import { additions } from '../../../src/language-server/features/add-to-vocabulary.ts';
import { codeActions } from '../../../src/language-server/features/code-actions.ts';
import { codeLenses } from '../../../src/language-server/features/code-lens.ts';
import { completions } from '../../../src/language-server/features/completion.ts';
import { documentSymbols } from '../../../src/language-server/features/document-symbols.ts';
import { foldings } from '../../../src/language-server/features/folding.ts';
import { inlayHints } from '../../../src/language-server/features/inlay-hints.ts';
import { workspaceSymbols } from '../../../src/language-server/features/workspace-symbols.ts';
import { assertLinear } from '../../support/timing.ts';

/** What editors ask of the whole of a draft, again and again: time in proportion to its length. */

const vocabulary = defaultVocabulary();

const times = (count: number, piece: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index + 1)).join('');
const ENTRY = '[1] Ann Lee, “A Split,” Post, May 3, 2016.\n';
/** A name of letters alone for each number. */
const name = (number: number) =>
  `D${number.toString(26).replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;

/** Drafts of about a length. */
const DRAFTS: Readonly<Record<string, (length: number) => string>> = {
  'many entries': (length) =>
    `It split.[1]\n\n## Citations\n\n${times(length / 50, (number) => `[${number}] Ann Lee, “Part ${number},” Post, May 3, 2016.\n\n`)}`,
  'many findings in one paragraph': (length) =>
    `${times(length / 14, (number) => `It split[${number}]. `)}\n\n## Citations\n\n${ENTRY}`,
  'many names that nobody knows': (length) =>
    `${times(length / 45, (number) => `The ${name(number)} Liberation Front split.[1] `)}\n\n## Citations\n\n${ENTRY}`,
};
const ASKED: Readonly<Record<string, (analysis: Analysis) => unknown>> = {
  'document symbols': documentSymbols,
  foldings,
  'code lenses': codeLenses,
  'workspace symbols': workspaceSymbols,
  'inlay hints': (analysis) => inlayHints(analysis, wholeOf(analysis)),
  'code actions': (analysis) => codeActions(analysis, wholeOf(analysis)),
  'additions to the vocabulary': (analysis) => additions(analysis, wholeOf(analysis)),
  completions: (analysis) => completions(analysis, analysis.draft.citations.at(-1)?.content.start ?? 0),
};

function wholeOf({ text }: Analysis) {
  return { start: 0, end: text.length };
}

for (const [draft, make] of Object.entries(DRAFTS))
  suite(`in linear time, of ${draft}`, () => {
    const analyses = new Map<string, Analysis>();
    const read = (text: string): Analysis => {
      const known = analyses.get(text) ?? analyse(text, { vocabulary });
      analyses.set(text, known);
      return known;
    };
    for (const [asked, answer] of Object.entries(ASKED))
      test(asked, () => {
        const made = (length: number) => read(make(length)).text;
        assertLinear(made, (text) => answer(read(text)), 30_000);
      });
  });
