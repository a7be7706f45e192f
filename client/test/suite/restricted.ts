import { ConfigurationTarget, commands, workspace } from 'vscode';
import { type Case, equal, ok, open, until, untilFindings, write } from './harness.ts';
import { runCases } from './run-cases.ts';

const ALL = ['marker-unresolved', 'citation-terminal-period', 'citation-unused'];
const USED = ['marker-unresolved', 'citation-terminal-period'];
/** Has a finding in the draft, wherever it is read. */
const NAMES = 'groups: [{ id: town, prefLabel: Valley Town Front, kind: organisation, hiddenLabels: [The town] }]\n';

/** What holds in a workspace that is not trusted, and what changes when it is. */
const restricted: readonly Case[] = [
  {
    name: 'drafts are read where the workspace is not trusted',
    run: async () => {
      ok(!workspace.isTrusted, 'The workspace is trusted.');
      await untilFindings(await open('one', 'draft.md'), ALL);
    },
  },
  {
    name: 'no vocabulary that the workspace’s settings name is read; its other settings count',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await write(draft, 'names.yaml', NAMES);
      const settings = () => workspace.getConfiguration('sentinelCitations', draft.uri);
      await settings().update('vocabularies', ['names.yaml'], ConfigurationTarget.WorkspaceFolder);
      await settings().update('rules', { 'citation-unused': 'off' }, ConfigurationTarget.WorkspaceFolder);
      await untilFindings(draft, USED);
      equal(settings().get('vocabularies'), []);
    },
  },
  {
    name: 'no vocabulary that a configuration file names is read; what it says itself counts',
    run: async () => {
      const draft = await open('two', 'draft.md');
      await write(draft, 'names.yaml', NAMES);
      await write(draft, '.sentinel-citations.yaml', 'vocabularies: [names.yaml]\nrules: { marker-unresolved: off }\n');
      await untilFindings(draft, ['citation-terminal-period', 'citation-unused']);
    },
  },
  {
    name: 'all that is configured is read once the workspace is trusted',
    run: async () => {
      // Whoever drives this VS Code presses the button.
      await commands.executeCommand('workbench.trust.manage');
      await until('trust', [workspace.onDidGrantWorkspaceTrust], () => workspace.isTrusted || undefined);
      await untilFindings(await open('two', 'draft.md'), [
        'group-misspelled',
        'citation-terminal-period',
        'citation-unused',
      ]);
      await untilFindings(await open('one', 'draft.md'), ['group-misspelled', ...USED]);
    },
  },
];

export function run(): Promise<void> {
  return runCases(restricted);
}
