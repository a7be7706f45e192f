import { basename, dirname, join } from 'node:path';
import {
  type Connection,
  DidChangeConfigurationNotification,
  type DidChangeConfigurationParams,
  DidChangeWatchedFilesNotification,
  type DidChangeWorkspaceFoldersParams,
  type FileSystemWatcher,
  type InitializeParams,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { type Client, isRecord } from './client.ts';
import type { Host } from './host.ts';
import { isBelow } from './is-below.ts';
import { orNot } from './or-not.ts';

/** The folders and settings of the editor's workspace, and the files that are watched in it. */
export interface Workspace {
  /** The paths of the folders. */
  readonly folders: () => readonly string[];
  /** `sentinelCitations.*` for a document, as one map. */
  readonly settingsFor: (uri: string) => Promise<unknown>;
  /** The path of the innermost folder that a document is in. */
  readonly folderOf: (uri: string) => string | null;
  /** The path of the folder that a document's settings name files relative to: for one that is in none, the first. */
  readonly settingsFolderOf: (uri: string) => string | null;
  readonly changeFolders: (params: DidChangeWorkspaceFoldersParams) => void;
  readonly changeSettings: (params: DidChangeConfigurationParams) => void;
  /** Asks the editor to tell of changed settings and configuration files. */
  readonly register: () => void;
  /** Asks the editor to tell of changes of these files too, wherever they are. */
  readonly watch: (paths: readonly string[]) => void;
  /** Asks it to tell of configuration files that appear above the workspace, where a document's would be found. */
  readonly watchAbove: (uri: string) => void;
}

const SECTION = 'sentinelCitations';
const CONFIGURATION_FILE = '.sentinel-citations.{yaml,json}';

export function createWorkspace(
  connection: Connection,
  client: Client,
  host: Host,
  { workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>,
): Workspace {
  let folders: readonly WorkspaceFolder[] = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: rootUri }] : []);
  let settings = client.settings;
  const watched = new Set<string>();

  const watcher = (path: string): FileSystemWatcher =>
    client.watchesRelativeFiles
      ? { globPattern: { baseUri: host.toUri(dirname(path)), pattern: basename(path) } }
      : { globPattern: path };

  const watch = (paths: readonly string[]) => {
    const fresh = paths.filter((path) => !watched.has(path));
    if (!client.watchesFiles || fresh.length === 0) return;
    for (const path of fresh) watched.add(path);
    orNot(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: fresh.map(watcher) }));
  };
  const folderPaths = () => folders.flatMap(({ uri }) => host.toPath(uri) ?? []);
  // Of one file, an editor may write several addresses: in paths, what it escapes makes no difference.
  const folderOf = (uri: string) => {
    const path = host.toPath(uri);
    const around = path === null ? [] : folderPaths().filter((folder) => isBelow(folder, path));
    return around.reduce<string | null>((best, folder) => (best && best.length >= folder.length ? best : folder), null);
  };

  return {
    folders: folderPaths,
    settingsFor: async (uri) => {
      if (!client.sendsSettings) return settings;
      try {
        // Editors answer null where none are set for them to be asked for.
        return (await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION })) ?? settings;
      } catch {
        return settings;
      }
    },
    folderOf,
    settingsFolderOf: (uri) => {
      const [first] = folders;
      return folderOf(uri) ?? (first ? host.toPath(first.uri) : null);
    },
    changeFolders: ({ event: { added, removed } }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter(({ uri }) => !gone.has(uri)), ...added];
    },
    changeSettings: (params) => {
      const sent: unknown = params.settings;
      if (isRecord(sent)) settings = sent[SECTION] ?? sent;
    },
    register: () => {
      const { client: editor } = connection;
      if (client.tellsOfSettings) {
        orNot(editor.register(DidChangeConfigurationNotification.type, { section: SECTION }));
      }
      if (client.watchesFiles) {
        const watchers = [{ globPattern: `**/${CONFIGURATION_FILE}` }];
        orNot(editor.register(DidChangeWatchedFilesNotification.type, { watchers }));
      }
    },
    watch,
    watchAbove: (uri) => {
      const below = folderOf(uri) ?? host.toPath(uri);
      // Other editors may watch all that is in a folder for the sake of one file, and here it is all of the disk.
      if (below === null || !client.watchesEverywhere) return;
      const above: string[] = [];
      for (
        let [inner, folder] = [below, dirname(below)];
        folder !== inner;
        [inner, folder] = [folder, dirname(folder)]
      ) {
        above.push(join(folder, CONFIGURATION_FILE));
      }
      watch(above);
    },
  };
}
