import { Uri, workspace } from 'vscode';
import { State } from 'vscode-languageclient';
import { type Case, client, equal, ok, open, until, untilFindings } from './harness.ts';

const ALL = ['marker-unresolved', 'citation-terminal-period', 'citation-unused'];

/** What needs files and processes, which a browser does not have. */
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
      await workspace.fs.writeFile(file, new TextEncoder().encode('rules:\n  citation-terminal-period: off\n'));
      await untilFindings(draft, ['marker-unresolved', 'citation-unused']);
      await workspace.fs.writeFile(file, before);
      await untilFindings(draft, ['marker-unresolved', 'citation-terminal-period']);
    },
  },
  {
    name: 'a server that is killed comes back, and nothing is lost',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await untilFindings(draft, ALL);
      const running = await client();
      const before = processOf(running);
      ok(before.kill('SIGKILL'), 'The server could not be killed.');
      await until('another process of the server', [running.onDidChangeState], () =>
        running.state === State.Running && processOf(running) !== before ? true : undefined,
      );
      await untilFindings(draft, ALL);
      equal(running.isRunning(), true);
    },
  },
];

interface Process {
  readonly kill: (signal: string) => boolean;
}

function processOf(running: object): Process {
  if (!('serverProcess' in running)) throw new Error('The server is no process.');
  return running.serverProcess as Process;
}
