import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { addressOf, startBackend } from './backend.ts';
import { type Page, startBrowser } from './browser.ts';
import { packageExtension } from './package.ts';
import { ROOT, SCRATCH, setUpHost } from './set-up.ts';

/**
 * Takes the documentation's pictures of a draft in VS Code: `npm run pictures [light|dark] [FOLDER]`. Without a folder
 * they take the place of those in `docs/images/`.
 */

const [theme = 'light', folder = join(ROOT, 'docs/images')] = process.argv.slice(2);
const DRAFTS = join(SCRATCH, 'pictures');
const DRAFT = join(DRAFTS, 'draft.md');
/** CSS pixels; twice as many are taken, for screens that show them. */
const SIZE = { width: 1000, height: 640 };
/** Nothing but the draft and what is said of it. */
const SETTINGS = {
  'workbench.colorTheme': theme === 'dark' ? 'Dark Modern' : 'Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.lineNumbersMinChars': 3,
  'editor.cursorBlinking': 'solid',
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'editor.matchBrackets': 'never',
  'editor.lightbulb.enabled': 'off',
  'editor.scrollbar.vertical': 'hidden',
};

await setUpHost();
await rm(DRAFTS, { recursive: true, force: true });
await cp(join(ROOT, 'test-fixtures/readme'), DRAFTS, { recursive: true });
await mkdir(join(DRAFTS, '.vscode'));
await writeFile(join(DRAFTS, '.vscode/settings.json'), JSON.stringify(SETTINGS));
const install = [await packageExtension(join(SCRATCH, 'sentinel-citations.vsix'))];
// Browsers end with this process, VS Code’s server does not.
const browser = await startBrowser();
const backend = await startBackend({ install, forTests: false, restricted: false });
try {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 2, colorScheme: theme });
  const take = (name: string, height = SIZE.height) =>
    page.screenshot({ path: join(resolve(folder), `${name}.png`), clip: { x: 0, y: 0, width: SIZE.width, height } });
  await page.goto(addressOf(backend, DRAFTS, DRAFT));
  for (const shown of ['.squiggly-error', '.codelens-decoration']) await page.locator(shown).first().waitFor();
  await page.mouse.move(SIZE.width / 2, SIZE.height - 1);
  await hide(page, '.part.sidebar', 'Control+b');
  await hide(page, '.part.auxiliarybar', 'Control+Alt+b');
  await page.keyboard.press('Control+Shift+m');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await page.keyboard.press('Control+1');
  await take('findings');
  await hide(page, '.part.panel', 'Control+j');
  await hoverOver(page, '[3]', '.monaco-hover .action-container');
  await take('citation', 330);
  await hoverOver(page, 'LeT', '.monaco-hover');
  await take('group', 370);
} finally {
  await browser.close();
  await backend.stop();
}

/** Closes a part of VS Code, if it is there, by the key that opens and closes it. */
async function hide(page: Page, part: string, key: string): Promise<void> {
  if ((await page.locator(`${part}:visible`).count()) > 0) await page.keyboard.press(key);
  await page.locator(part).first().waitFor({ state: 'hidden' });
}

/** Puts the cursor on the first `words` of the draft, and shows what is said of them, until there is all of it. */
async function hoverOver(page: Page, words: string, all: string): Promise<void> {
  const lines = (await readFile(DRAFT, 'utf8')).split('\n');
  const line = lines.findIndex((text) => text.includes(words));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+g');
  await page.keyboard.type(`${line + 1}:${(lines[line] ?? '').indexOf(words) + 2}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  await page.locator(`${all}:visible`).first().waitFor();
}
