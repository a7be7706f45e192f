import { likeliest, nearest } from '../../text/distance.ts';
import { KEYWORDS, readControls, readMisnamed, type Word } from '../controls.ts';
import { lines } from '../example.ts';
import { replacing } from '../finding.ts';
import { isRuleId, RULE_IDS } from '../ids.ts';
import type { Problem, Rule } from '../rule.ts';
import { either, quote } from '../words.ts';

const MOST_CHANGES = 4;

export const ignoreUnknownRule: Rule = {
  id: 'ignore-unknown-rule',
  group: 'ignoring',
  severity: 'warning',
  summary:
    'A comment names a rule that does not exist, does something that no comment does, or misspells this program.',
  explanation:
    'A misspelled name ignores nothing. Comments are written `<!--sentinel-citations ignore RULE-->`, with `ignore`, `disable`, `enable` or `reset`, and any number of rules after it; none means all: [docs/ignoring.md](../ignoring.md).',
  examples: () => [
    {
      title: 'The rule is misspelled.',
      draft: lines(
        '<!--sentinel-citations ignore marker-oder-->',
        '                              ~~~~~~~~~~~',
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected rule “marker-oder”, expected “marker-order”'],
    },
    {
      title: 'The program is misspelled.',
      draft: lines(
        '<!--sentinel-citation ignore citation-terminal-period-->',
        '    ~~~~~~~~~~~~~~~~~',
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected name “sentinel-citation”, expected “sentinel-citations”'],
    },
    {
      title: 'A rule that exists.',
      draft: lines(
        '<!--sentinel-citations disable citation-terminal-period-->',
        '',
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016',
      ),
    },
  ],
  check: ({ prose }, report) => {
    for (const name of readMisnamed(prose)) report(unknownWord('name', name, name.meant, ''));
    for (const { keyword, rules } of readControls(prose)) {
      if (!KEYWORDS.some((known) => known === keyword.text)) {
        const meant = nearest(keyword.text, KEYWORDS, 2);
        report(unknownWord('keyword', keyword, meant, `expected ${either(KEYWORDS.map(quote))}`));
        continue;
      }
      for (const rule of rules) {
        if (isRuleId(rule.text)) continue;
        const meant = likeliest(rule.text, RULE_IDS, MOST_CHANGES);
        report(unknownWord('rule', rule, meant, 'expected the id of a rule'));
      }
    }
  },
};

function unknownWord(what: string, { text, start, end }: Word, meant: string | null, otherwise: string): Problem {
  const message = `Unexpected ${what} ${quote(text)}, ${meant === null ? otherwise : `expected ${quote(meant)}`}`;
  return { start, end, message, fixes: meant === null ? [] : [replacing({ start, end }, text, meant, false)] };
}
