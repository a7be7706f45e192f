import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { firsts, isInHeading, isText } from './own.ts';

export const groupUnknown: Rule = {
  id: 'group-unknown',
  group: 'vocabulary',
  severity: 'hint',
  summary: 'A name reads like a group’s, and is in no vocabulary.',
  explanation:
    'Names that begin like those of groups (Lashkar-, Jaish-, Ansar-), that end like them (Front, Brigade, Network), and names that the draft gives an abbreviation are probably groups, but for those that say that they are something else (Agency, Council, Device). In the vocabulary, their spelling would be looked after, and readers of the draft would see what they are; editors offer to add the name to the vocabulary that is configured last. One finding for each name, where it first stands.',
  examples: () => [
    {
      title: 'A name with a telling beginning, and one with an abbreviation.',
      draft: lines(
        'Fighters of Lashkar-e-Sahra met those of the Desert Unity Front (DUF).',
        '            ~~~~~~~~~~~~~~~                  ~~~~~~~~~~~~~~~~~~',
        'The Dune Liberation Army of Sahra stayed away.',
        '    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
      ),
      messages: [
        'Unexpected name “Lashkar-e-Sahra”, expected one of the vocabulary',
        'Unexpected name “Desert Unity Front”, expected one of the vocabulary',
        'Unexpected name “Dune Liberation Army of Sahra”, expected one of the vocabulary',
      ],
    },
    {
      title: 'Names of the vocabulary, and words that are no names.',
      draft: lines('Lashkar-e-Taiba fought at the front. Movement was slow.'),
    },
  ],
  check: (reading, report) => {
    const unknown = reading.names.unknown.filter(
      (name) => isText(reading.draft, name) && !isInHeading(reading.draft, name),
    );
    for (const [text, { start, end }] of firsts(unknown, (name) => name.text))
      report({ start, end, message: `Unexpected name ${quote(text)}, expected one of the vocabulary` });
  },
};
