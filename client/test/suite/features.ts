import {
  type CodeAction,
  type CompletionList,
  commands,
  type Hover,
  type Location,
  type LocationLink,
  MarkdownString,
  Range,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { after, api, type Case, equal, extension, findingsIn, ok, open, rulesIn, untilFindings } from './harness.ts';

const ALL = ['marker-unresolved', 'citation-terminal-period', 'citation-unused'];

/** What a writer sees and does in one draft. */
export const features: readonly Case[] = [
  {
    name: 'is active on Markdown, and quiet on Markdown that is no draft',
    run: async () => {
      await extension().activate();
      const plain = await open('one', 'plain.md');
      // The answer for the plain file came before that for the draft.
      await untilFindings(await open('one', 'draft.md'), ALL);
      equal(rulesIn(plain), []);
    },
  },
  {
    name: 'findings have their place, weight, and rule',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await untilFindings(draft, ALL);
      const [unresolved] = findingsIn(draft.uri);
      equal(unresolved && draft.getText(unresolved.range), '[5]');
      equal(unresolved?.severity, 0);
      ok(typeof unresolved?.code === 'object', 'The finding does not lead to its rule’s page.');
    },
  },
  {
    name: 'a hover on a marker shows the citation, through Ibid.',
    run: async () => {
      const draft = await open('one', 'draft.md');
      const [hover] = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        draft.uri,
        after(draft, 'fled.[2]', -2),
      );
      const text = hover?.contents.map((content) => (content instanceof MarkdownString ? content.value : '')).join('');
      ok(text?.includes('Ada Musa'), `The hover says ${text}`);
      equal(hover?.range && draft.getText(hover.range), '[2]');
    },
  },
  {
    name: 'definition goes from a marker to its entry',
    run: async () => {
      const draft = await open('one', 'draft.md');
      const found = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        draft.uri,
        after(draft, 'May.[3]', -2),
      );
      const [first] = found;
      const range = first && ('targetRange' in first ? (first.targetSelectionRange ?? first.targetRange) : first.range);
      equal(range?.start.line, after(draft, '\n[3]').line);
    },
  },
  {
    name: 'references find every claim that rests on a work',
    run: async () => {
      const draft = await open('one', 'draft.md');
      const found = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        draft.uri,
        after(draft, 'March.[1]', -2),
      );
      // VS Code's own Markdown support adds what it takes for links.
      const claims = found.filter(({ range }) => range.start.line === 2).map(({ range }) => draft.getText(range));
      ok(claims.includes('[1]') && claims.includes('[2]') && !claims.includes('[3]'), `The claims are ${claims}`);
    },
  },
  {
    name: 'renaming a label changes marker and entry',
    run: async () => {
      const draft = await open('one', 'draft.md');
      const edit = await commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        draft.uri,
        after(draft, 'May.[3]', -2),
        '7',
      );
      equal(
        edit.get(draft.uri).map(({ range, newText }) => [range.start.line, newText]),
        [
          [2, '7'],
          [14, '7'],
        ],
      );
    },
  },
  {
    name: 'completion offers citations after the opening bracket',
    run: async () => {
      const draft = await open('one', 'draft.md');
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        draft.uri,
        after(draft, 'March.[1]', -2),
      );
      const said = JSON.stringify(items);
      ok(said.includes('Musa') && said.includes('Okoro'), `The completions are ${said.slice(0, 500)}`);
    },
  },
  {
    name: 'the entry that a marker lacks is added, and one undo takes it back',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await untilFindings(draft, ALL);
      const at = after(draft, 'him.[5]', -2);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        draft.uri,
        new Range(at, at),
        'quickfix',
      );
      const add = actions.find(({ title }) => title === 'Add citation “5”');
      ok(add?.edit, `There are ${actions.map(({ title }) => title)}`);
      await workspace.applyEdit(add?.edit as WorkspaceEdit);
      ok(draft.getText().endsWith('[4] Musa.\n\n[5] \n'), `The draft is ${draft.getText()}`);
      await untilFindings(draft, ['citation-terminal-period', 'citation-unused', 'citation-empty']);
      await commands.executeCommand('undo');
      await untilFindings(draft, ALL);
    },
  },
  {
    name: 'typing brings findings and takes them away',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await window.activeTextEditor?.edit((edit) => edit.insert(after(draft, 'Nobody saw him.'), '[4]'));
      await untilFindings(draft, ['marker-unresolved', 'citation-terminal-period']);
      await commands.executeCommand('undo');
      await untilFindings(draft, ALL);
    },
  },
  {
    name: 'fix all applies what is safe, and one undo takes it back',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await commands.executeCommand('sentinelCitations.fixAll');
      await untilFindings(draft, ['marker-unresolved', 'citation-unused']);
      ok(draft.getText().includes('May 4, 2018.\n'), 'The full stop is missing.');
      await commands.executeCommand('undo');
      await untilFindings(draft, ALL);
    },
  },
  {
    name: 'a changed setting changes the findings',
    run: async () => {
      const draft = await open('one', 'draft.md');
      const settings = workspace.getConfiguration('sentinelCitations', draft.uri);
      await settings.update('rules', { 'citation-unused': 'off' }, false);
      await untilFindings(draft, ['marker-unresolved', 'citation-terminal-period']);
      await settings.update('rules', undefined, false);
      await untilFindings(draft, ALL);
    },
  },
  {
    name: 'the server can be restarted by a command',
    run: async () => {
      const draft = await open('one', 'draft.md');
      await commands.executeCommand('sentinelCitations.restart');
      ok((await api()).client.isRunning(), 'The server does not run.');
      await untilFindings(draft, ALL);
    },
  },
];
