import type { SymbolInformation } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../analysis.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Configurations } from './configurations.ts';
import { isDraftAs } from './documents.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import type { FoundFile, Host } from './host.ts';
import { toWorkspaceSymbol } from './to-protocol.ts';

/** The drafts of the workspace that are in no editor. */
export interface ClosedDrafts {
  /**
   * The symbols of each, as they are on the disk. A draft is read again when its file has changed.
   *
   * @param open the addresses of those that are in one
   */
  readonly symbols: (open: readonly string[]) => AsyncIterable<readonly SymbolInformation[]>;
  /** Everything is read again: what it is configured with has changed. */
  readonly forget: () => void;
}

interface Known {
  readonly mark: string;
  readonly symbols: readonly SymbolInformation[];
}

/** Nobody asks for the findings. */
const NO_RULES = Object.fromEntries(RULES.map(({ id }) => [id, 'off'] as const));

/** @param folders the paths of the workspace's folders */
export function createClosedDrafts(
  host: Host,
  configurations: Configurations,
  folders: () => readonly string[],
): ClosedDrafts {
  let known = new Map<string, Known>();

  const read = async ({ path, mark }: FoundFile): Promise<Known> => {
    const text = await host.readFile(path).catch(() => null);
    if (text === null) return { mark, symbols: [] };
    const uri = host.toUri(path);
    const configured = await configurations.of(uri, text);
    configurations.leave(uri);
    if (configured.isDraft === false) return { mark, symbols: [] };
    const analysis = analyse(text, { ...configured.context, rules: NO_RULES });
    if (!isDraftAs(configured, analysis)) return { mark, symbols: [] };
    const document = TextDocument.create(uri, 'markdown', 0, text);
    return { mark, symbols: workspaceSymbols(analysis).map((symbol) => toWorkspaceSymbol(document, symbol)) };
  };

  return {
    symbols: async function* (open) {
      const before = known;
      const passedOver = new Set(open.map(host.toPath));
      const found = await Promise.all(folders().map((folder) => host.findDrafts?.(folder) ?? []));
      const files = new Map(found.flat().map((file) => [file.path, file]));
      for (const path of before.keys()) if (!files.has(path)) before.delete(path);
      for (const file of files.values()) {
        if (passedOver.has(file.path)) continue;
        const last = before.get(file.path);
        const current = last?.mark === file.mark ? last : await read(file);
        before.set(file.path, current);
        yield current.symbols;
      }
    },
    forget: () => {
      known = new Map();
    },
  };
}
