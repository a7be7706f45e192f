import type { Entry } from '../../draft/draft.ts';
import { isSpace } from '../../text/characters.ts';
import { distance } from '../../text/distance.ts';
import { itemAt } from '../../text/range.ts';
import { lines } from '../example.ts';
import { replacing } from '../finding.ts';
import type { Fix, Problem, Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** What an address has, well formed or not. */
const SIGN = /\/\/|:[/\\]|:www\./g;
const START = /(?<![a-z\d])([a-z]{3,7})(:?\/{1,3}|:\\{1,2}|;\/\/|:(?=www\.))/gi;
const LETTER_OR_NUMBER = /[\p{L}\p{N}]$/u;
const SCHEMES = ['http', 'https', 'ftp', 'ftps', 'hxxp', 'hxxps'];
const NO_HOSTS: ReadonlySet<string> = new Set(['', '.', 'www', 'www.']);
const SECOND_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'http:', 'https:']);
const HOST = /[^\s/?#<>“”"()[\]]*/y;
const ADDRESS = /[^\s<>“”"]*/y;

export const citationUrl: Rule = {
  id: 'citation-url',
  group: 'form',
  severity: 'warning',
  summary: 'A web address is malformed.',
  explanation:
    'An address that no browser opens is lost for the reader: a space after the slashes, a misspelled `https`, a missing colon, no host. Whether a page is still there is not looked up, and an unusual address is no malformed one.',
  examples: () => [
    {
      title: 'A space, a missing colon, a scheme misspelled.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016, https:// www.example.org/split.',
        '                                                 ~~~~~~~~',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016, https//www.example.org/rival.',
        '                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016, htp://www.example.org/abroad.',
        '                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
      ),
      messages: [
        'Unexpected space after “https://”, expected the host of the address',
        'Unexpected “https//” at the start of an address, expected “https://”',
        'Unexpected “htp://” at the start of an address, expected “http://”',
      ],
    },
    {
      title: 'Addresses that work.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016, https://web.archive.org/web/2016/http://example.org/a_(b).',
        '',
        '[2] Tom Roy, “War and/or Peace,” www.example.org, May 4, 2016.',
      ),
    },
  ],
  check: ({ text, draft }, report) => {
    for (const { content } of citationsWithAddresses(text, draft.citations)) {
      const source = text.slice(content.start, content.end);
      let addressEnd = 0;
      for (const match of source.matchAll(START)) {
        if (match.index < addressEnd || isInWord(source, match.index)) continue;
        const problem = judge(source, match.index, match[1] as string, match[2] as string);
        addressEnd = endOf(ADDRESS, source, match.index + match[0].length);
        if (problem) report(movedBy(content.start, problem));
      }
    }
  },
};

function citationsWithAddresses(text: string, citations: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  SIGN.lastIndex = citations[0]?.start ?? text.length;
  while (SIGN.test(text)) {
    const citation = itemAt(citations, SIGN.lastIndex - 1);
    if (citation && citation !== found.at(-1)) found.push(citation);
  }
  return found;
}

function isInWord(source: string, offset: number): boolean {
  return source.charCodeAt(offset - 1) > 127 && LETTER_OR_NUMBER.test(source.slice(Math.max(0, offset - 2), offset));
}

function judge(source: string, start: number, scheme: string, separator: string): Problem | null {
  const opening = scheme + separator;
  const afterOpening = start + opening.length;
  const address = () => source.slice(start, endOf(ADDRESS, source, afterOpening)).replace(/[.,;:)\]]+$/, '');
  const whole = () => ({ start, end: start + Math.max(address().length, opening.length) });
  const meant = SCHEMES.find((known) => known === scheme.toLowerCase()) ?? misspelled(scheme);
  if (meant === null || (separator === '/' && !SCHEMES.includes(scheme.toLowerCase()))) return null;
  const due = `${meant}://`;
  if (opening.toLowerCase() !== due) {
    return {
      ...whole(),
      message: `Unexpected ${quote(opening)} at the start of an address, expected ${quote(due)}`,
      fixes: [replacing({ start, end: afterOpening }, opening, due, false)],
    };
  }
  const host = source.slice(afterOpening, endOf(HOST, source, afterOpening));
  const rest = source.slice(afterOpening, afterOpening + 10);
  if (host === '' && isSpace(rest.charCodeAt(0)) && rest.trim() !== '') {
    return {
      start,
      end: afterOpening,
      message: `Unexpected space after ${quote(opening)}, expected the host of the address`,
    };
  }
  if (NO_HOSTS.has(host.toLowerCase()))
    return {
      ...whole(),
      message: `Unexpected address ${quote(address())} without a host, expected one after ${quote(opening)}`,
    };
  if (SECOND_SCHEMES.has(host.toLowerCase()) && /^https?:?\/\//i.test(rest)) {
    return { ...whole(), message: `Unexpected second scheme in ${quote(address())}, expected one` };
  }
  if (source.charAt(start - 1) === '<' && source.charAt(endOf(ADDRESS, source, afterOpening)) !== '>') {
    return { ...whole(), message: `Unexpected “<” before the address without its twin, expected a closing “>”` };
  }
  return null;
}

/** A problem of a citation's content as one of the draft. */
function movedBy(offset: number, { start, end, fixes = [], ...rest }: Problem): Problem {
  const edits = ({ edits }: Fix) =>
    edits.map((edit) => ({ ...edit, start: offset + edit.start, end: offset + edit.end }));
  return {
    ...rest,
    start: offset + start,
    end: offset + end,
    fixes: fixes.map((fix) => ({ ...fix, edits: edits(fix) })),
  };
}

/** The scheme that a misspelled one means. */
function misspelled(scheme: string): string | null {
  const word = scheme.toLowerCase();
  if (!/^[htps]{3,7}$/.test(word)) return null;
  if (distance(word, 'https', 1) <= 1 && word.endsWith('s')) return 'https';
  return distance(word, 'http', 2) <= 2 ? (word.endsWith('s') ? 'https' : 'http') : null;
}

function endOf(pattern: RegExp, source: string, offset: number): number {
  pattern.lastIndex = offset;
  const match = pattern.exec(source);
  return offset + (match?.[0].length ?? 0);
}
