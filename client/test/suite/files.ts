import { Uri, workspace } from 'vscode';
import { type Case, open, untilFindings, write } from './harness.ts';

const ALL = ['marker-unresolved', 'citation-terminal-period', 'citation-unused'];

/** What is configured by files. */
export const files: readonly Case[] = [
  {
    name: 'each folder of the workspace has its own configuration',
    run: async () => {
      await untilFindings(await open('one', 'draft.md'), ALL);
      await untilFindings(await open('two', 'draft.md'), ['marker-unresolved', 'citation-terminal-period']);
    },
  },
  {
    name: 'a configuration file that changes on disk changes the findings',
    run: async () => {
      const draft = await open('two', 'draft.md');
      const file = Uri.joinPath(draft.uri, '..', '.sentinel-citations.yaml');
      const before = await workspace.fs.readFile(file);
      await write(draft, '.sentinel-citations.yaml', 'rules:\n  citation-terminal-period: off\n');
      await untilFindings(draft, ['marker-unresolved', 'citation-unused']);
      await workspace.fs.writeFile(file, before);
      await untilFindings(draft, ['marker-unresolved', 'citation-terminal-period']);
    },
  },
  {
    name: 'a vocabulary that changes on disk changes the findings',
    run: async () => {
      const draft = await open('two', 'draft.md');
      const file = Uri.joinPath(draft.uri, '..', '.sentinel-citations.yaml');
      const before = await workspace.fs.readFile(file);
      const names = (hidden: string) =>
        `groups: [{ id: town, prefLabel: Valley Town Front, kind: organisation, hiddenLabels: [${hidden}] }]\n`;
      await write(draft, 'names.yaml', names('Nobody knows'));
      await write(draft, '.sentinel-citations.yaml', 'rules: { citation-unused: off }\nvocabularies: [names.yaml]\n');
      await untilFindings(draft, ['marker-unresolved', 'citation-terminal-period']);
      await write(draft, 'names.yaml', names('The town'));
      await untilFindings(draft, ['group-misspelled', 'marker-unresolved', 'citation-terminal-period']);
      await workspace.fs.writeFile(file, before);
      await untilFindings(draft, ['marker-unresolved', 'citation-terminal-period']);
    },
  },
];
