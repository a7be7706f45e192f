import { type Document, visit } from 'yaml';

/** The offset of the first alias (`*name`) that stands for nothing; 0 where each has its anchor. */
export function offsetOfBadAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document)) return undefined;
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}
