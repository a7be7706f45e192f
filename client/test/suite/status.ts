import { commands, LanguageStatusSeverity, languages, type TextDocument } from 'vscode';
import { api, type Case, equal, NOW_AND_THEN, open, until, untilFindings, write } from './harness.ts';

const ALL = ['marker-unresolved', 'citation-terminal-period', 'citation-unused'];

/** The item under `{}` in the status bar. */
export const status: readonly Case[] = [
  {
    name: 'the status says what is read in a draft, with which vocabulary, and how much is found',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await untilFindings(draft, ALL);
      await untilStatus(draft, '3 findings, 1 error', '4 citations, 1 note');
      await untilReading('5 markers, bracket notation', 'default vocabulary');
      equal((await api()).status.severity, LanguageStatusSeverity.Error);
    },
  },
  {
    name: 'the status names the vocabularies that a configuration names',
    run: async () => {
      const draft = await open('two', 'draft.md');
      await write(draft, 'names.yaml', 'people: [{ id: ada, prefLabel: Ada Musa }]\n');
      await write(
        draft,
        '.sentinel-citations.yaml',
        'rules: { citation-unused: off, marker-unresolved: hint }\nvocabularies: [names.yaml]\ndefaultVocabulary: false\n',
      );
      await untilStatus(draft, '2 findings, 1 hint', '4 citations, 1 note');
      await untilReading('5 markers, bracket notation', 'names.yaml');
      equal((await api()).status.severity, LanguageStatusSeverity.Information);
      await write(draft, '.sentinel-citations.yaml', 'rules:\n  citation-unused: off\n');
      await untilFindings(draft, ['marker-unresolved', 'citation-terminal-period']);
    },
  },
  {
    name: 'there is no status on Markdown that is no draft',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await until('a status', [NOW_AND_THEN], shownOn(await api(), draft));
      const plain = await open('one', 'plain.md');
      const { status, reading } = await api();
      const isShown = () => [status, reading].some(({ selector }) => languages.match(selector, plain) > 0);
      await until('no status', [NOW_AND_THEN], () => !isShown() || undefined);
    },
  },
  {
    name: 'the status of a server that is stopped says so, and offers to start it',
    run: async () => {
      const draft = await open('one', 'draft.md');
      const { client, status } = await api();
      await client.stop();
      await untilStatus(draft, 'Sentinel Citations is not running', '');
      equal(status.command?.title, 'Restart');
      await commands.executeCommand(status.command?.command ?? '');
      await untilStatus(draft, '3 findings, 1 error');
    },
  },
];

type Shown = Awaited<ReturnType<typeof api>>;

function shownOn({ status }: Shown, document: TextDocument) {
  return () => languages.match(status.selector, document) > 0 || undefined;
}

async function untilStatus(document: TextDocument, text: string, detail?: string): Promise<void> {
  const shown = await api();
  const { status } = shown;
  const isShown = shownOn(shown, document);
  await until(`the status “${text}”`, [NOW_AND_THEN], () =>
    isShown() && status.text === text && (detail === undefined || status.detail === detail) ? true : undefined,
  ).catch((error: unknown) => {
    throw new Error(`${error}; it is “${status.text}”, “${status.detail}”`);
  });
}

async function untilReading(text: string, detail: string): Promise<void> {
  const { reading } = await api();
  await until(`the reading “${text}”, “${detail}”`, [NOW_AND_THEN], () =>
    reading.text === text && reading.detail === detail ? true : undefined,
  );
}
