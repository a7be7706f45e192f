import { type CodeAction, commands, Uri, workspace } from 'vscode';
import { type Case, findingsIn, open, untilFindings, write } from './harness.ts';

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
  {
    name: 'a name that is in no vocabulary can be added to one that is made for it',
    run: async () => {
      const text = 'Lashkar-e-Sahra met.[1]\n\n## Citations\n\n[1] Ada Musa, “The Fall,” Daily Post, March 3, 2018.\n';
      await write(await open('one', 'draft.md'), 'named.md', text);
      const draft = await open('one', 'named.md');
      await untilFindings(draft, ['group-unknown']);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        draft.uri,
        findingsIn(draft.uri)[0]?.range,
      );
      const edit = actions.find(({ title }) => title === 'Add “Lashkar-e-Sahra” to a new vocabulary')?.edit;
      if (!edit) throw new Error(`There are ${actions.map(({ title }) => title).join('; ') || 'no actions'}`);
      await workspace.applyEdit(edit);
      await workspace.saveAll();
      await untilFindings(draft, []);
      for (const made of ['.sentinel-citations.yaml', 'vocabulary.yaml', 'named.md']) {
        await workspace.fs.delete(Uri.joinPath(draft.uri, '..', made));
      }
    },
  },
];
