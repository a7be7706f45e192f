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
import { describeEntries, describeMarkers, describeVocabularies, findingsOf, summarize } from './summary.ts';

/** What the status item of a language is shown on when there is nothing to say. */
const NOWHERE = { scheme: 'none', language: 'none' };

export interface Status extends Disposable {
  readonly item: Readonly<LanguageStatusItem>;
  readonly reading: Readonly<LanguageStatusItem>;
}

/**
 * The items under `{}` in the status bar, for the draft in the active editor: how many findings, and what is read. They
 * are two, since VS Code cuts off what is wider than 500 pixels, the command at its end first. On Markdown that is no
 * draft there are none.
 */
export function showStatus(client: BaseLanguageClient, readings: Readings): Status {
  const item = languages.createLanguageStatusItem(`${ID}.status`, NOWHERE);
  const reading = languages.createLanguageStatusItem(`${ID}.reading`, NOWHERE);
  item.name = NAME;
  reading.name = `${NAME}: markers and vocabularies`;

  const showDraft = (document: TextDocument) => {
    const read = readings.of(document);
    const selector = read?.draft ? { scheme: document.uri.scheme, language: 'markdown' } : NOWHERE;
    item.selector = selector;
    reading.selector = selector;
    if (!read?.draft) return;
    const findings = findingsOf(document.uri);
    item.text = summarize(findings);
    item.detail = describeEntries(read);
    reading.text = describeMarkers(read);
    reading.detail = describeVocabularies(read);
    item.severity = findings.errors > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command = { title: 'Problems', command: 'workbench.actions.view.problems', tooltip: 'Show the findings' };
  };

  const showStopped = () => {
    item.selector = { language: 'markdown' };
    reading.selector = NOWHERE;
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
    reading,
    readings.onDidChange(update),
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  );
  return { item, reading, dispose: () => subscriptions.dispose() };
}
