import { lines } from '../example.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { firsts, own, replacing } from './own.ts';

export const groupLabel: Rule = {
  id: 'group-label',
  group: 'vocabulary',
  severity: 'information',
  summary: 'A group is called by another name than the preferred one.',
  explanation:
    'Groups have several names, and spellings in several transliterations; all of them are right somewhere. A reader who is to follow a group through an article, and an editor through a journal, want one. Names that the vocabulary accepts beside the preferred one, and the abbreviation, are not reported. One finding for each name, where it first stands.',
  examples: [
    {
      title: 'The name is reported where it first stands.',
      draft: lines('Officials blamed ISIS. Later ISIS claimed the attack.', '                 ~~~~'),
      messages: ['Unexpected “ISIS” (2 times), expected “Islamic State”'],
    },
    {
      title: 'A name in quotation marks is somebody’s word.',
      draft: lines('It called itself the Islamic State, others ‘Daesh’ or “ISIS.”'),
    },
  ],
  check: (reading, report) => {
    const others = own(reading).groups.filter(
      ({ kind, accepted, replacement }) => kind === 'alternative' && !accepted && replacement !== null,
    );
    for (const [text, mentions] of firsts(others, (mention) => mention.text)) {
      const [first] = mentions;
      const name = first.replacement ?? first.label;
      const times = mentions.length > 1 ? ` (${mentions.length} times)` : '';
      const problem: Problem = {
        start: first.start,
        end: first.end,
        message: `Unexpected ${quote(text)}${times}, expected ${quote(name)}`,
        fixes: [
          mentions.length === 1
            ? replacing(first, text, name, false)
            : {
                title: `Replace ${quote(text)} with ${quote(name)} everywhere (${mentions.length} times)`,
                safe: false,
                edits: mentions.map(({ start, end, replacement }) => ({ start, end, text: replacement ?? name })),
              },
        ],
      };
      report(problem);
    }
  },
};
