import {
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { ID, NAME } from '../names.ts';
import type { Readings } from '../server/readings.ts';
import { describeReading, findingsOf, summarize } from './summary.ts';

/** What the status item of a language is shown on when there is nothing to say. */
const NOWHERE = { scheme: 'none', language: 'none' };

export interface Status extends Disposable {
  readonly item: Readonly<LanguageStatusItem>;
}

/**
 * The item under `{}` in the status bar, for the draft in the active editor: what is read, how many findings. On
 * Markdown that is no draft there is none.
 */
export function showStatus(client: BaseLanguageClient, readings: Readings): Status {
  const item = languages.createLanguageStatusItem(`${ID}.status`, NOWHERE);
  item.name = NAME;

  const showDraft = (document: TextDocument) => {
    const reading = readings.of(document);
    if (!reading?.draft) {
      item.selector = NOWHERE;
      return;
    }
    const findings = findingsOf(document.uri);
    item.selector = { scheme: document.uri.scheme, language: 'markdown' };
    item.text = summarize(findings);
    item.detail = describeReading(reading);
    item.severity = findings.errors > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command = { title: 'Problems', command: 'workbench.actions.view.problems', tooltip: 'Show the findings' };
  };

  const showStopped = () => {
    item.selector = { language: 'markdown' };
    item.text = `${NAME} is not running`;
    item.detail = '';
    item.severity = LanguageStatusSeverity.Error;
    item.command = { title: 'Restart', command: `${ID}.restart` };
  };

  const update = () => {
    const document = window.activeTextEditor?.document;
    item.busy = client.state === State.Starting;
    if (client.state === State.Stopped || client.state === State.StartFailed) showStopped();
    else if (document) showDraft(document);
  };

  const subscriptions = Disposable.from(
    item,
    readings.onDidChange(update),
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  );
  return { item, dispose: () => subscriptions.dispose() };
}
