import type { Analysis } from '../../analysis.ts';
import type { Range } from '../../text/range.ts';

export interface Link extends Range {
  readonly target: string;
}

const MAY_BE_FOLLOWED = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** The addresses in citations. Others than http, https and mailto are not followed. */
export function links({ sources }: Analysis): readonly Link[] {
  return sources.references.flatMap(({ url }) =>
    url && MAY_BE_FOLLOWED.test(url.text) ? [{ start: url.start, end: url.end, target: url.text }] : [],
  );
}
