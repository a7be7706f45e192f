import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Description, Part } from '../../src/sources/source.ts';
import { readCitations } from '../support/citations.ts';

type Facts = {
  [Key in keyof Description]?: Key extends 'authors'
    ? string
    : Description[Key] extends Part | null
      ? string | null
      : Description[Key];
};

/** The fields of the only reference that are written, as texts; authors as `Family | Family`. */
function factsOf(content: string): Facts {
  const { text, sources } = readCitations(content);
  assert.equal(sources.references.length, 1, content);
  const [reference] = sources.references;
  assert.ok(reference);
  assert.equal(reference.form, 'full', content);
  const authors = reference.authors.map(({ family }) => family).join(' | ');
  const facts: Record<string, unknown> = { type: reference.type, ...(authors && { authors }) };
  const parts = ['title', 'container', 'publisher', 'place', 'date', 'pages', 'url', 'accessed'] as const;
  for (const key of parts) {
    const part: Part | null = reference[key];
    if (!part) continue;
    assert.equal(text.slice(part.start, part.end), part.text);
    facts[key] = part.text;
  }
  for (const key of ['volume', 'issue', 'year', 'month', 'day'] as const) {
    if (reference[key] !== null) facts[key] = reference[key];
  }
  return facts as Facts;
}

const CASES: Readonly<Record<string, readonly [content: string, facts: Facts]>> = {
  newspaper: [
    'Rod Nordland and Zabihullah Ghazi, “ISIS Leader in Afghanistan Is Killed in U.S. Airstrike,” New York Times, April 9, 2018.',
    {
      type: 'article-newspaper',
      authors: 'Nordland | Ghazi',
      title: 'ISIS Leader in Afghanistan Is Killed in U.S. Airstrike',
      container: 'New York Times',
      ...{ date: 'April 9, 2018', year: 2018, month: 4, day: 9 },
    },
  ],
  'no author': [
    '“IMU Spells Out Grievances With Afghan Taliban,” RadioFreeEurope/RadioLiberty, August 4, 2015.',
    {
      type: 'article-newspaper',
      title: 'IMU Spells Out Grievances With Afghan Taliban',
      container: 'RadioFreeEurope/RadioLiberty',
      ...{ date: 'August 4, 2015', year: 2015, month: 8, day: 4 },
    },
  ],
  'a book after a full stop': [
    'Pat Doe and Jane Roe. Sea Roads (Oslo: Press, 2016), p. 4.',
    {
      type: 'book',
      authors: 'Doe | Roe',
      title: 'Sea Roads',
      ...{ publisher: 'Press', place: 'Oslo', date: '2016', year: 2016, pages: '4' },
    },
  ],
  'a full stop inside a title': [
    'Sailing to the Sea. A History (Oslo: Press, 2016).',
    {
      type: 'book',
      title: 'Sailing to the Sea. A History',
      ...{ publisher: 'Press', place: 'Oslo', date: '2016', year: 2016 },
    },
  ],
  'a title that ends in a question mark': [
    'Umair Jamal, “Why Won’t Pakistan Act?” National Interest, 7 May 2016.',
    {
      type: 'article-newspaper',
      authors: 'Jamal',
      title: 'Why Won’t Pakistan Act?',
      container: 'National Interest',
      ...{ date: '7 May 2016', year: 2016, month: 5, day: 7 },
    },
  ],
  'quotes in quotes': [
    'Yochi Dreazen, “The New Number 2 Is a ‘Mix of Two,’” Foreign Policy, July 2015.',
    {
      type: 'report',
      authors: 'Dreazen',
      title: 'The New Number 2 Is a ‘Mix of Two,’',
      container: 'Foreign Policy',
      ...{ date: 'July 2015', year: 2015, month: 7 },
    },
  ],
  'straight quotes': [
    'Jo Do, "One; Two. Three," Outlet, 2016-02-03.',
    {
      type: 'article-newspaper',
      authors: 'Do',
      title: 'One; Two. Three',
      container: 'Outlet',
      ...{ date: '2016-02-03', year: 2016, month: 2, day: 3 },
    },
  ],
  journal: [
    'Andrew H. Kydd and Barbara F. Walter, “The Strategies of Terrorism,” International Security 31:1 (2006): pp. 49–80.',
    {
      type: 'article-journal',
      authors: 'Kydd | Walter',
      title: 'The Strategies of Terrorism',
      container: 'International Security',
      ...{ volume: '31', issue: '1', date: '2006', year: 2006, pages: '49–80' },
    },
  ],
  'a journal without parentheses around the year': [
    'Mathew Dupee, “Red on Red,” CTC Sentinel 11:1 2018.',
    {
      type: 'article-journal',
      authors: 'Dupee',
      title: 'Red on Red',
      container: 'CTC Sentinel',
      ...{ volume: '11', issue: '1', date: '2018', year: 2018 },
    },
  ],
  'a journal in words': [
    'Brian J. Phillips, “Rivalries,” Survival, vol. 58, no. 4 (Summer 2016), p. 12.',
    {
      type: 'article-journal',
      authors: 'Phillips',
      title: 'Rivalries',
      container: 'Survival',
      ...{ volume: '58', issue: '4', date: 'Summer 2016', year: 2016, pages: '12' },
    },
  ],
  'a forthcoming article': [
    'Paul Staniland, Asfandyar Mir, and Sameer Lalwani, “Politics and Threat Perception,” Security Studies (forthcoming).',
    {
      type: 'article-journal',
      authors: 'Staniland | Mir | Lalwani',
      title: 'Politics and Threat Perception',
      container: 'Security Studies',
    },
  ],
  'a full stop after the authors': [
    'Kristine Eck and Lisa Hultman. “One-Sided Violence,” Journal of Peace Research 44:2 (2007): pp. 233-246.',
    {
      type: 'article-journal',
      authors: 'Eck | Hultman',
      title: 'One-Sided Violence',
      container: 'Journal of Peace Research',
      ...{ volume: '44', issue: '2', date: '2007', year: 2007, pages: '233-246' },
    },
  ],
  book: [
    'C. Christine Fair, Fighting to the End: The Army’s Way (New York: Oxford University Press, 2014).',
    {
      type: 'book',
      authors: 'Fair',
      title: 'Fighting to the End: The Army’s Way',
      ...{ publisher: 'Oxford University Press', place: 'New York', date: '2014', year: 2014 },
    },
  ],
  'a book whose title could be a name, in italics': [
    'Steve Coll and Jan van der Berg, *Ghost Wars* (London: Hurst & Co., 2004), pp. 3, 5–7.',
    {
      type: 'book',
      authors: 'Coll | van der Berg',
      title: 'Ghost Wars',
      ...{ publisher: 'Hurst & Co.', place: 'London', date: '2004', year: 2004, pages: '3, 5–7' },
    },
  ],
  'a book whose title could be a name': [
    'Peter Bergen, Holy War, Inc. (New York: Free Press, 2001).',
    {
      type: 'book',
      authors: 'Bergen',
      title: 'Holy War, Inc.',
      ...{ publisher: 'Free Press', place: 'New York', date: '2001', year: 2001 },
    },
  ],
  'a book after a signal, whose title goes on after a preposition': [
    'See Pieter van der Meulen, Oaths and Arms: Allegiance in the Western Sahel (Leiden: Brill, 2016).',
    {
      type: 'book',
      authors: 'van der Meulen',
      title: 'Oaths and Arms: Allegiance in the Western Sahel',
      ...{ publisher: 'Brill', place: 'Leiden', date: '2016', year: 2016 },
    },
  ],
  report: [
    'Audrey Kurth Cronin, Huda Auden, Adam Frost, and Benjamin Jones, “Foreign Terrorist Organizations,” CRS Report for Congress RL32223, Congressional Research Service, February 6, 2004.',
    {
      type: 'report',
      authors: 'Cronin | Auden | Frost | Jones',
      title: 'Foreign Terrorist Organizations',
      container: 'CRS Report for Congress RL32223',
      publisher: 'Congressional Research Service',
      ...{ date: 'February 6, 2004', year: 2004, month: 2, day: 6 },
    },
  ],
  'an organisation as author': [
    'Associated Press and Damien Gayle, “ISIS Sets up Base,” Daily Mail Online, January 14, 2015.',
    {
      type: 'article-newspaper',
      authors: 'Associated Press | Gayle',
      title: 'ISIS Sets up Base',
      container: 'Daily Mail Online',
      ...{ date: 'January 14, 2015', year: 2015, month: 1, day: 14 },
    },
  ],
  'an organisation whose name has an “and”': [
    'United Nations Office on Drugs and Crime and Damien Gayle, “Title,” Outlet, May 1, 2016.',
    {
      type: 'article-newspaper',
      authors: 'United Nations Office on Drugs and Crime | Gayle',
      title: 'Title',
      container: 'Outlet',
      ...{ date: 'May 1, 2016', year: 2016, month: 5, day: 1 },
    },
  ],
  'particles and suffixes': [
    'Robert Kennedy, Jr., Abu Bakr al-Naji, Ali bin Salim, and Ana de la Vega, “Title,” Outlet, May 1, 2016.',
    {
      type: 'article-newspaper',
      authors: 'Kennedy | al-Naji | bin Salim | de la Vega',
      title: 'Title',
      container: 'Outlet',
      ...{ date: 'May 1, 2016', year: 2016, month: 5, day: 1 },
    },
  ],
  'accessed, without an address': [
    '“Lashkar-e-Taiba | Let | LET,” South Asia Terrorism Portal, accessed April 11, 2018.',
    {
      type: 'webpage',
      title: 'Lashkar-e-Taiba | Let | LET',
      container: 'South Asia Terrorism Portal',
      accessed: 'April 11, 2018',
    },
  ],
  'a link on the title': [
    'Jo Do, “[A *Title* here](https://a.org/x_(y).html),” *Outlet*, May 1, 2015, accessed June 2, 2016.',
    {
      type: 'article-newspaper',
      authors: 'Do',
      title: 'A *Title* here',
      container: 'Outlet',
      ...{ date: 'May 1, 2015', year: 2015, month: 5, day: 1 },
      url: 'https://a.org/x_(y).html',
      accessed: 'June 2, 2016',
    },
  ],
  'an address, available at': [
    'See “Say It!” address by the spokesman for the group, available at https://archive.org/details/SayIt',
    { type: 'webpage', title: 'Say It!', url: 'https://archive.org/details/SayIt' },
  ],
  'an address in angle brackets': [
    '“Title,” Outlet, May 2015, <https://a.org/b;c>.',
    {
      type: 'report',
      title: 'Title',
      container: 'Outlet',
      date: 'May 2015',
      year: 2015,
      month: 5,
      url: 'https://a.org/b;c',
    },
  ],
  'released by': [
    '“Why We Should Leave,” released by Al Qaraar, February 2018.',
    {
      type: 'document',
      title: 'Why We Should Leave',
      publisher: 'Al Qaraar',
      date: 'February 2018',
      year: 2018,
      month: 2,
    },
  ],
  interview: [
    'Author interview, senior official who asked not to be named, Washington, D.C., March 2017.',
    { type: 'interview', date: 'March 2017', year: 2017, month: 3 },
  ],
  'a magazine': [
    'Islamic State, Dabiq 7, February 2015.',
    { type: 'document', authors: 'Islamic State', title: 'Dabiq 7', date: 'February 2015', year: 2015, month: 2 },
  ],
  'an observation': [
    'Personal observation, Mosul, June 2017.',
    { type: 'document', title: 'Personal observation, Mosul', date: 'June 2017', year: 2017, month: 6 },
  ],
  'a court case': [
    'United States v. Jo Do, No. 14-cr-141 (D.D.C. 2014).',
    { type: 'document', title: 'United States v. Jo Do, No. 14-cr-141', date: '2014', year: 2014 },
  ],
  'a United Nations document symbol': ['S/2015/358.', { type: 'document', title: 'S/2015/358' }],
  'an archive document': [
    'Harmony document SOCOM-2012-0000019.',
    { type: 'document', title: 'Harmony document SOCOM-2012-0000019' },
  ],
  'over lines, with no-break spaces': [
    'Bruce\u00a0Riedel, “The\nTaliban\u00a0Affirm,”\nThe Brookings\nInstitution, August\u00a020, 2015.',
    {
      type: 'article-newspaper',
      authors: 'Riedel',
      title: 'The\nTaliban\u00a0Affirm',
      container: 'The Brookings\nInstitution',
      ...{ date: 'August\u00a020, 2015', year: 2015, month: 8, day: 20 },
    },
  ],
};

describe('a full reference is read', () => {
  for (const [name, [content, facts]] of Object.entries(CASES)) {
    test(name, () => assert.deepEqual(factsOf(content), facts));
  }
});
