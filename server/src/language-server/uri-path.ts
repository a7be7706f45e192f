/**
 * The addresses of a workspace of any kind as paths, so that what is written in a configuration file leads from one to
 * the other: `vscode-vfs://github/owner/draft.md` is `/vscode-vfs/@github/owner/draft.md`.
 */

const ADDRESS = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)(\/[^?#]*)$/i;
const PATH = /^\/([^/]+)\/@([^/]*)(\/.*)$/s;

/** The path of an address; null for one without a path, as of unsaved documents. */
export function toPath(uri: string): string | null {
  const [, scheme, authority, path] = ADDRESS.exec(uri) ?? [];
  if (scheme === undefined || path === undefined) return null;
  try {
    return `/${scheme}/@${authority}${path.split('/').map(decodeURIComponent).join('/')}`;
  } catch {
    return null;
  }
}

/** The address of such a path; null for the folders above all addresses. */
export function toUri(path: string): string | null {
  const [, scheme, authority, rest] = PATH.exec(path) ?? [];
  return rest === undefined ? null : `${scheme}://${authority}${rest.split('/').map(encodeURIComponent).join('/')}`;
}
