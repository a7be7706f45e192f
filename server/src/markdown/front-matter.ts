import type { Range } from '../text/range.ts';

const FRONT_MATTER = /^\uFEFF?---[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/;

/** The YAML at the top of a text, its fences included. */
export interface FrontMatter extends Range {
  /** What stands between the fences. */
  readonly content: Range;
}

/** The front matter of a text, behind a byte order mark or not; null where there is none, or it is not closed. */
export function frontMatterOf(text: string): FrontMatter | null {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const found = text.startsWith('---', mark) ? FRONT_MATTER.exec(text) : null;
  if (!found) return null;
  const [whole, yaml] = found as unknown as readonly [string, string];
  const start = whole.indexOf(yaml, whole.search(/[\r\n]/));
  return { start: mark, end: whole.length, content: { start, end: start + yaml.length } };
}
