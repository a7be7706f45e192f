import { type CodeAction, CodeActionKind, commands, Range, window, workspace } from 'vscode';
import { ID, NAME } from '../names.ts';

/** What `editor.codeActionsOnSave` names to have the same done at each save. */
const FIX_ALL = CodeActionKind.SourceFixAll.append(ID);

/** Applies all safe fixes to the draft in the active editor, as one edit that one undo takes back. */
export async function fixAll(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') return;
  const everything = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    everything,
    FIX_ALL.value,
    1,
  );
  const edit = actions.find(({ kind }) => kind && FIX_ALL.contains(kind))?.edit;
  if (edit) await workspace.applyEdit(edit);
  else void window.setStatusBarMessage(`${NAME}: nothing to fix without a decision of yours`, 5000);
}
