import { listed } from '../../text/listed.ts';
import type { Control, Word } from '../controls.ts';
import { lines } from '../example.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../words.ts';

export const ignoreUnused: Rule = {
  id: 'ignore-unused',
  group: 'ignoring',
  severity: 'information',
  summary: 'A comment ignores or disables a rule that finds nothing there.',
  explanation:
    'A comment that outlived its finding hides the next one. Remove it, or the names in it that have no effect. What is ignored because a rule is off in the configuration is not reported.',
  examples: () => [
    {
      title: 'The finding is mended, the comment is left.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '<!--sentinel-citations ignore citation-terminal-period-->',
        '~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected “ignore” of citation-terminal-period, expected a finding of it there'],
      fixed: lines('The group split.[1]', '', '## Citations', '', '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.'),
    },
    {
      title: 'The comment has something to ignore.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '<!--sentinel-citations ignore citation-terminal-period-->',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016',
      ),
    },
  ],
  // Only when all other rules have run is it known which comments did nothing: `check` in check.ts reports it.
  check: () => {},
};

/** The finding for a comment of which `words` had no effect: rules, or the keyword of a comment that means all. */
export function unusedControl(control: Control, words: readonly Word[]): Problem {
  const { keyword, rules, start, end } = control;
  const named = rules.length > 0;
  const names = words.map(({ text }) => text);
  const which = named ? listed(names) : 'all rules';
  const message = `Unexpected ${quote(keyword.text)} of ${which}, expected a finding of ${words.length > 1 || !named ? 'them' : 'it'} there`;
  if (!named || words.length === rules.length) {
    const fix = { title: 'Remove the comment', safe: !control.isSupport, edits: [{ ...control.whole, text: '' }] };
    return { start, end, message, fixes: [fix], unnecessary: true };
  }
  const [first] = words as [Word];
  const kept = rules.filter((rule) => !words.includes(rule)).map(({ text }) => text);
  const edits = [{ start: (rules[0] as Word).start, end: (rules.at(-1) as Word).end, text: kept.join(' ') }];
  const title = `Remove ${which} from the comment`;
  return { start: first.start, end: first.end, message, fixes: [{ title, safe: true, edits }], unnecessary: true };
}
