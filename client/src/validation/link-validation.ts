import {
  ConfigurationTarget,
  commands,
  type Diagnostic,
  Disposable,
  type ExtensionContext,
  languages,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { ID } from '../names.ts';
import type { Readings } from '../server/readings.ts';

const ASKED = `${ID}.askedAboutLinkValidation`;
const SETTING = 'markdown.validate.referenceLinks.enabled';
const TURN_OFF = 'Turn off here';
const SHOW = 'Show the setting';
const KEEP = 'Keep';
/** A marker's label, as VS Code's Markdown support names it: `^1`, `12`, `a`. */
const LABEL = /^\^?(?:\d{1,4}|[a-z]{1,2})$/;

/**
 * VS Code's own link validation (off unless asked for) takes `[^1]` and `[1][a]` for links without a target. Where it
 * does so in a draft, says it once for a workspace and offers the workspace's setting.
 */
export function watchLinkValidation(context: ExtensionContext, readings: Readings): Disposable {
  const look = (document: TextDocument | undefined) => {
    if (!document || !readings.of(document)?.draft || context.workspaceState.get(ASKED) === true) return;
    if (!languages.getDiagnostics(document.uri).some((diagnostic) => isBrokenMarker(document, diagnostic))) return;
    void context.workspaceState.update(ASKED, true);
    void offer(document.uri);
  };
  const lookAtActive = () => look(window.activeTextEditor?.document);
  return Disposable.from(
    readings.onDidChange(lookAtActive),
    window.onDidChangeActiveTextEditor(lookAtActive),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document;
      if (active && uris.some((uri) => uri.toString() === active.uri.toString())) look(active);
    }),
  );
}

function isBrokenMarker(document: TextDocument, { code, range }: Diagnostic): boolean {
  const id = typeof code === 'object' ? code.value : code;
  return id === 'link.no-such-reference' && LABEL.test(document.getText(range));
}

async function offer(draft: Uri): Promise<void> {
  const answer = await window.showInformationMessage(
    'VS Code’s Markdown validation takes the markers of this draft for links without a target. Sentinel Citations checks them itself.',
    TURN_OFF,
    SHOW,
    KEEP,
  );
  if (answer === TURN_OFF) {
    const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    await workspace.getConfiguration(undefined, draft).update(SETTING, 'ignore', target);
  } else if (answer === SHOW) {
    await commands.executeCommand('workbench.action.openSettings', SETTING);
  }
}
