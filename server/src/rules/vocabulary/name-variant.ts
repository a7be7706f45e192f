import * as v from 'valibot';
import { isUpper } from '../../text/characters.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { lines } from '../example.ts';
import { related, replacing } from '../finding.ts';
import { withOptions } from '../options.ts';
import type { Reading } from '../rule.ts';
import { quote } from '../words.ts';
import { firsts, isText, misspelling, peopleAndPlacesIn, VERBATIM } from './own.ts';

const SPACE = 32;

export const nameVariant = withOptions({
  id: 'name-variant',
  group: 'vocabulary',
  severity: 'warning',
  summary: 'A person’s or a place’s name is spelled in another way than it should be.',
  explanation:
    'Names from Arabic, Persian, Urdu, and Pashto have many spellings, and a person who is spelled in two ways is two people to the reader. The vocabulary has one spelling of each, misspellings that are known, and finds others by how near they come to a name. Of people whom no vocabulary knows, the rarer of two spellings beside the same first name or surname is reported, if both sound the same or differ by a slip of the pen. Of people, a name that goes on with another capitalized word is somebody else’s. Quotations and references are left alone.',
  examples: () => [
    {
      title: 'One man is spelled in two ways.',
      draft: lines('Mullah Omar died. They swore by Mullah Umer.', '                                ~~~~~~~~~~~'),
      messages: ['Unexpected “Mullah Umer”, expected “Mullah Omar”'],
      fixed: lines('Mullah Omar died. They swore by Mullah Omar.'),
    },
    {
      title: 'Nobody knows him, but the draft itself has two spellings.',
      draft: lines(
        'Qari Zahidullah came. Qari Zahidullah led them. Men of Qari Zahidulah fled.',
        '                                                            ~~~~~~~~~',
      ),
      messages: ['Unexpected “Zahidulah”, expected “Zahidullah” as in “Qari Zahidullah”'],
    },
    {
      title: 'Another man has a name of his own.',
      draft: lines('Mullah Omar died, said Umer Khorasani.'),
    },
    {
      title: 'So has one whose name goes on.',
      draft: lines('Hafiz Saeed met Hafiz Said Khan and Mullah Umer Mansoor.'),
    },
    {
      title: 'In quotations it is asked for.',
      options: { verbatim: true },
      draft: lines('“We obey Mullah Umer,” he said.', '         ~~~~~~~~~~~'),
      messages: ['Unexpected “Mullah Umer”, expected “Mullah Omar”'],
    },
  ],
  options: v.strictObject(VERBATIM, 'a map of options'),
  // The second backtick of a paragraph is not written unasked.
  reads: /`/,
  check: (reading, report, { verbatim }) => {
    const names = peopleAndPlacesIn(reading, verbatim);
    const wrong = names.filter((mention) => isWrong(mention) && !isLonger(reading, mention));
    const right = firsts(
      wrong.length === 0 ? [] : names.filter(({ accepted, kind }) => accepted && kind !== 'near'),
      ({ concept }) => concept,
    );
    for (const mention of wrong) {
      const model = right.get(mention.concept);
      report({
        ...misspelling(mention, mention.nearness === null),
        related: model ? [related(model, `${quote(model.text)} is written here`)] : [],
      });
    }
    for (const variant of reading.names.variants) {
      const { start, end, text, usual, replacement, first } = variant;
      if (!isText(reading.draft, variant)) continue;
      report({
        start,
        end,
        message: `Unexpected ${quote(text)}, expected ${quote(replacement)} as in ${quote(usual)}`,
        related: [related(first, `${quote(usual)} is written here`)],
        fixes: [replacing(variant, text, replacement, false)],
      });
    }
  },
});

/** `Hafiz Said Khan` is not Hafiz Saeed: a name that goes on is somebody else's. */
function isLonger({ text }: Reading, { concept, end }: Mention): boolean {
  return concept.type === 'person' && text.charCodeAt(end) === SPACE && isUpper(text.charCodeAt(end + 1));
}

function isWrong({ kind, nearness, doubtful }: Mention): boolean {
  return !doubtful && (kind === 'hidden' || (kind === 'near' && nearness !== 'case'));
}
