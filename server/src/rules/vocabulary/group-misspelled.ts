import * as v from 'valibot';
import { lines } from '../example.ts';
import { withOptions } from '../options.ts';
import { groupsIn, misspelling, VERBATIM } from './own.ts';

export const groupMisspelled = withOptions({
  id: 'group-misspelled',
  group: 'vocabulary',
  severity: 'warning',
  summary: 'A group’s name is misspelled.',
  explanation:
    'A name spelled in three ways is three groups to a reader and to every search. The vocabulary lists misspellings that are known; others are found by how near they come to a name: the same letters with other hyphens and accents, another transliteration of the same sounds, or one letter too many, too few, exchanged, or swapped with its neighbor. Names that are in the vocabulary themselves are never taken for another. Quotations and references are left alone. Is the name right? Add it to a vocabulary of your own.',
  examples: () => [
    {
      title: 'A misspelling that is known is mended without a question.',
      draft: lines('The camp belonged to Laskar-e-Taiba.', '                     ~~~~~~~~~~~~~~'),
      messages: ['Unexpected “Laskar-e-Taiba”, expected “Lashkar-e-Taiba”'],
      fixed: lines('The camp belonged to Lashkar-e-Taiba.'),
    },
    {
      title: 'Others are found by one slip of the pen, and left to the author.',
      draft: lines('They joined the Haqqani Netwrok’s men.', '                ~~~~~~~~~~~~~~~'),
      messages: ['Unexpected “Haqqani Netwrok”, expected “Haqqani Network”'],
    },
    {
      title: 'What would take another name of the group away is left to the author, too.',
      draft: lines('Islamic State–Khorasan Province claimed it.', '~'.repeat(31)),
      messages: ['Unexpected “Islamic State–Khorasan Province”, expected “Islamic State Khorasan”'],
    },
    {
      title: 'Two names may be one letter apart.',
      draft: lines('Jamaat-e-Islami and Jamiat-e-Islami are two parties.'),
    },
    {
      title: 'Quotations are other people’s words.',
      draft: lines('He wrote: “Laskar-e-Taiba is gone.”'),
    },
    {
      title: 'In quotations it is asked for.',
      options: { verbatim: true },
      draft: lines('He wrote: “Laskar-e-Taiba is gone.”', '           ~~~~~~~~~~~~~~'),
      messages: ['Unexpected “Laskar-e-Taiba”, expected “Lashkar-e-Taiba”'],
    },
  ],
  reads: 'paragraphs',
  options: v.strictObject(VERBATIM, 'a map of options'),
  check: (reading, report, { verbatim }) => {
    for (const mention of groupsIn(reading, verbatim)) {
      const near = mention.kind === 'near' && mention.nearness !== 'case' && !mention.doubtful;
      if (!near && mention.kind !== 'hidden') continue;
      report(misspelling(mention, mention.nearness === null || (mention.nearness === 'folded' && mention.accepted)));
    }
  },
});
