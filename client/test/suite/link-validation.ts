import { commands, languages, type TextDocument, workspace } from 'vscode';
import { type Case, equal, NOW_AND_THEN, open, until } from './harness.ts';

const VALIDATE = 'markdown.validate.enabled';
const REFERENCES = 'markdown.validate.referenceLinks.enabled';
/** What VS Code's own Markdown support calls a link to nowhere. */
const BROKEN = 'link.no-such-reference';

/** Where VS Code's own validation is on, it takes markers for links. */
export const linkValidation: readonly Case[] = [
  {
    name: 'the validation of links is said once to be mistaken about markers, and can be turned off in the workspace',
    run: async () => {
      const draft = await open('one', 'draft.md');
      const settings = () => workspace.getConfiguration(undefined, draft.uri);
      const isOff = () => settings().inspect(REFERENCES)?.workspaceValue === 'ignore';
      await settings().update(VALIDATE, true, false);
      await until('broken links', [languages.onDidChangeDiagnostics], () => brokenIn(draft) > 0 || undefined);
      await until('the workspace’s setting', [NOW_AND_THEN], () => {
        if (isOff()) return true;
        void commands.executeCommand('notification.acceptPrimaryAction');
        return undefined;
      });
      await until('no broken links', [languages.onDidChangeDiagnostics], () => brokenIn(draft) === 0 || undefined);

      await settings().update(REFERENCES, undefined, false);
      await until('broken links again', [languages.onDidChangeDiagnostics], () => brokenIn(draft) > 0 || undefined);
      await commands.executeCommand('notification.acceptPrimaryAction');
      await settings().update(VALIDATE, undefined, false);
      await until('no validation', [languages.onDidChangeDiagnostics], () => brokenIn(draft) === 0 || undefined);
      equal(isOff(), false, 'It was said twice.');
    },
  },
];

function brokenIn({ uri }: TextDocument): number {
  return languages.getDiagnostics(uri).filter(({ code }) => (typeof code === 'object' ? code.value : code) === BROKEN)
    .length;
}
