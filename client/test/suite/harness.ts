import { type Disposable, type Event, extensions, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Api } from '../../src/start.ts';

export interface Case {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** Milliseconds; what is waited for is an event, and this only ends a wait for one that never comes. */
const LIMIT = 15_000;

/** For what tells of no change. */
export const NOW_AND_THEN: Event<unknown> = (listener) => {
  const timer = setInterval(listener, 50);
  return { dispose: () => clearInterval(timer) };
};

/** Waits until `ask` says something other than undefined, asked now and at each of the events. */
export function until<Answer>(
  what: string,
  events: readonly Event<unknown>[],
  ask: () => Answer | undefined,
): Promise<Answer> {
  return new Promise((settle, fail) => {
    const subscriptions: Disposable[] = [];
    const end = () => {
      clearTimeout(limit);
      for (const subscription of subscriptions) subscription.dispose();
    };
    const look = () => {
      const answer = ask();
      if (answer === undefined) return;
      end();
      settle(answer);
    };
    const limit = setTimeout(() => {
      end();
      fail(new Error(`Waited in vain for ${what}`));
    }, LIMIT);
    for (const event of events) subscriptions.push(event(look));
    look();
  });
}

export function extension() {
  const found = extensions.all.find(({ packageJSON }) => packageJSON.name === 'sentinel-citations');
  if (!found) throw new Error('The extension is not there.');
  return found;
}

/** What the extension exports, once it is started. */
export async function api(): Promise<Api> {
  return extension().activate();
}

export async function open(root: 'one' | 'two', name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.find((candidate) => candidate.name === root);
  if (!folder) throw new Error(`The workspace has no folder ${root}.`);
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Writes a file into the folder of a document, as another program would, once VS Code watches that folder. */
export async function write({ uri }: TextDocument, path: string, text: string): Promise<void> {
  const folder = Uri.joinPath(uri, '..');
  const isWatched = watched.get(folder.path) ?? untilWatched(folder);
  watched.set(folder.path, isWatched);
  await isWatched;
  await writeInto(folder, path, text);
}

/** The folders, by their paths, that VS Code was seen to watch. */
const watched = new Map<string, Promise<void>>();

/** VS Code starts to watch some time after it shows a workspace, and tells of nothing that was written before. */
async function untilWatched(folder: Uri): Promise<void> {
  const watcher = workspace.createFileSystemWatcher('**/is-watched');
  let tells = false;
  const told = (file: Uri) => {
    tells ||= file.path.startsWith(folder.path);
  };
  watcher.onDidCreate(told);
  watcher.onDidChange(told);
  let writing = Promise.resolve();
  await until(`changes in ${folder.path}`, [NOW_AND_THEN], () => {
    if (tells) return true;
    writing = writing.then(() => writeInto(folder, 'is-watched', ''));
    return;
  }).finally(() => watcher.dispose());
  await writing;
}

async function writeInto(folder: Uri, path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
}

/** The rules of the findings in a document, in the order of the text. */
export function rulesIn({ uri }: TextDocument): string[] {
  return findingsIn(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

export function findingsIn(uri: Uri) {
  const findings = languages.getDiagnostics(uri).filter(({ source }) => source === 'sentinel-citations');
  return findings.toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until the findings are of exactly these rules. */
export async function untilFindings(document: TextDocument, rules: readonly string[]): Promise<void> {
  const wanted = rules.join();
  await until(`findings ${wanted || 'of none'} in ${document.uri.path}`, [languages.onDidChangeDiagnostics], () =>
    rulesIn(document).join() === wanted ? true : undefined,
  ).catch((error: unknown) => {
    throw new Error(`${error}; there are ${rulesIn(document).join() || 'none'}`);
  });
}

/** The place right after the first `text`, moved by `by` characters. */
export function after(document: TextDocument, text: string, by = 0) {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” is not in the draft.`);
  return document.positionAt(at + text.length + by);
}

export function equal(actual: unknown, expected: unknown, what = ''): void {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`${what}\n  expected ${wanted}\n  seen     ${seen}`);
}

export function ok(value: unknown, what: string): void {
  if (!value) throw new Error(what);
}
