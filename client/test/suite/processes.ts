import { commands, type SymbolInformation } from 'vscode';
import { State } from 'vscode-languageclient';
import { api, type Case, equal, ok, open, until, untilFindings, write } from './harness.ts';

const ALL = ['marker-unresolved', 'citation-terminal-period', 'citation-unused'];

/** What needs a server that is a process, which a browser does not have. */
export const processes: readonly Case[] = [
  {
    name: 'a server that is killed comes back, and nothing is lost',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await untilFindings(draft, ALL);
      const { client: running } = await api();
      const before = processOf(running);
      ok(before.kill('SIGKILL'), 'The server could not be killed.');
      await until('another process of the server', [running.onDidChangeState], () =>
        running.state === State.Running && processOf(running) !== before ? true : undefined,
      );
      await untilFindings(draft, ALL);
      equal(running.isRunning(), true);
    },
  },
  {
    name: 'sources of a draft that is not open are found in the workspace',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await write(
        draft,
        'closed.md',
        'It fell.[1]\n\n## Citations\n\n[1] Eve Adeyemi, “A Closed Book,” Post, May 3, 2018.\n',
      );
      const found = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'adeyemi',
      );
      equal(
        found.map(({ name, location }) => [name, location.uri.path.split('/').at(-1), location.range.start.line]),
        [['Adeyemi 2018, “A Closed Book”', 'closed.md', 4]],
      );
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
