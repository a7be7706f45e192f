import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';
import { resolveSources } from '../../src/sources/resolve.ts';
import { meaning, readCitations } from '../support/citations.ts';
import { fixture } from '../support/fixtures.ts';
import { needsReference, reference } from '../support/reference.ts';

const KNOWN = [
  'Borhan Osman, “The Islamic State in ‘Khorasan’: How It Began,” Afghanistan Analysts Network, July 27, 2016.',
  'Borhan Osman, “ISKP’s Battle for Minds,” Afghanistan Analysts Network, December 12, 2016.',
  'Amira Jadoon, “An Idea or a Threat?” Combating Terrorism Center, February 9, 2018.',
  'Bill Roggio and Caleb Weiss, “A Faction Emerges,” Long War Journal, June 14, 2016; Ali Akbar, “From TTP to IS,” Dawn, March 15, 2015.',
  '“Country Reports on Terrorism,” U.S. Department of State, June 2016.',
  'C. Christine Fair, Fighting to the End: The Army’s Way (New York: Oxford University Press, 2014).',
  'Ayman al-Zawahiri, “Letter,” Outlet, May 3, 2015.',
];

/** What the entries after those of `KNOWN` mean, with their texts and locators. */
function meanings(...contents: readonly string[]): string[] {
  const { text, sources } = readCitations(...KNOWN, ...contents);
  return sources.references
    .filter(({ citation }) => citation.ordinal > KNOWN.length)
    .map((item) => {
      const locator = item.locator ? ` @ ${item.locator.text}` : '';
      return `${meaning(item)} | ${text.slice(item.start, item.end)}${locator}`;
    });
}

const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  'Jadoon.': ['short → s3 | Jadoon'],
  'See Jadoon, p. 4.': ['short → s3 | Jadoon, p. 4 @ p. 4'],
  'Jadoon; pp. 3-5; 8.': ['short → s3 | Jadoon; pp. 3-5; 8 @ pp. 3-5; 8'],
  'Jadoon, op. cit., p. 4.': ['short → s3 | Jadoon, op. cit., p. 4 @ p. 4'],
  'Jadoon, op. cit': ['short → s3 | Jadoon, op. cit'],
  'Jadoon, supra note 3, at 4.': ['short → s3 | Jadoon, supra note 3, at 4 @ 4'],
  'Jadoon (loc. cit.), p. 4.': ['short → s3 | Jadoon (loc. cit.), p. 4 @ p. 4'],
  'Osman, supra note 2.': ['short → s2 | Osman, supra note 2'],
  'Osman, supra 1, p. 4.': ['short → s1 | Osman, supra 1, p. 4 @ p. 4'],
  'Osman, supra note 3.': ['short → short-form-ambiguous (s1, s2) | Osman, supra note 3'],
  'Jadoon, “An Idea or a Threat?” supra note 3, p. 4.': [
    'short → s3 | Jadoon, “An Idea or a Threat?” supra note 3, p. 4 @ p. 4',
  ],
  '“Country Reports,” op. cit.': ['short → s5 | “Country Reports,” op. cit.'],
  'See supra note 3, at 4.': ['short → s3 | supra note 3, at 4 @ 4'],
  'Supra 3; Fair, op. cit.': ['short → s3 | Supra 3', 'short → s6 | Fair, op. cit'],
  'supra note 4.': ['short → short-form-ambiguous (s4, s4b) | supra note 4'],
  'Supra note 9.': ['short → short-form-unresolved | Supra note 9'],
  'Supra note 8.': ['short → short-form-unresolved | Supra note 8'],
  'Op. cit., p. 4.': ['short → short-form-unresolved | Op. cit., p. 4 @ p. 4'],
  'loc. cit.': ['short → short-form-unresolved | loc. cit'],
  'Poe, Highways, op. cit.': ['short → short-form-unresolved | Poe, Highways, op. cit'],
  'Akbar.': ['short → s4b | Akbar'],
  'Roggio and Weiss.': ['short → s4 | Roggio and Weiss'],
  'Roggio et al.': ['short → s4 | Roggio et al'],
  'Roggio and others.': ['short → s4 | Roggio and others'],
  'Zawahiri; al-zawahiri; Al‐Zawahiri.': [
    'short → s7 | Zawahiri',
    'short → s7 | al-zawahiri',
    'short → s7 | Al‐Zawahiri',
  ],
  'Osman, “The Islamic State in ‘Khorasan.’”': ['short → s1 | Osman, “The Islamic State in ‘Khorasan.’”'],
  'Osman, “Battle for Minds.”': ['short → s2 | Osman, “Battle for Minds.”'],
  'See Borhan Osman, “ISKP`s Battle” and Jadoon.': [
    'short → s2 | Borhan Osman, “ISKP`s Battle”',
    'short → s3 | Jadoon',
  ],
  'See Jadoon, as well as Fair.': ['short → s3 | Jadoon', 'short → s6 | Fair'],
  'Jadoon; as well as Fair.': ['short → s3 | Jadoon', 'short → s6 | Fair'],
  'Amina Poe, cited in ibid., p. 4.': ['ibid → s7 | ibid., p. 4 @ p. 4'],
  'Jadoon, Fair, and Akbar.': ['short → s3 | Jadoon', 'short → s6 | Fair', 'short → s4b | Akbar'],
  'Jadoon. See also Akbar.': ['short → s3 | Jadoon', 'short → s4b | Akbar'],
  'Roggio et al. See also Akbar.': ['short → s4 | Roggio et al', 'short → s4b | Akbar'],
  'Osman, “ISKP’s Battle.” See also Akbar.': ['short → s2 | Osman, “ISKP’s Battle.”', 'short → s4b | Akbar'],
  'See, e.g., Jadoon; Fair.': ['short → s3 | Jadoon', 'short → s6 | Fair'],
  'For more on this, see Fair, pp. 3–5.': ['short → s6 | Fair, pp. 3–5 @ pp. 3–5'],
  'See Fair for a more detailed discussion on the army. See also Jadoon.': ['short → s6 | Fair', 'short → s3 | Jadoon'],
  'Fair, Fighting, p. 7.': ['short → s6 | Fair, Fighting, p. 7 @ p. 7'],
  'Fair, *Fighting*, p. 7.': ['short → s6 | Fair, *Fighting*, p. 7 @ p. 7'],
  'Fair, _Fighting_, p. 7.': ['short → s6 | Fair, _Fighting_, p. 7 @ p. 7'],
  'Fair, *Fighting to the End*, p. 7.': ['short → s6 | Fair, *Fighting to the End*, p. 7 @ p. 7'],
  'Fair, Fighting to the End.': ['short → s6 | Fair, Fighting to the End'],
  '“Country Reports.”': ['short → s5 | “Country Reports.”'],
  'U.S. Department of State, “Country Reports.”': ['short → s5 | U.S. Department of State, “Country Reports.”'],
  '“An Idea or a Threat?”': ['short → s3 | “An Idea or a Threat?”'],
  '“From TTP to IS,” p. 4.': ['short → s4b | “From TTP to IS,” p. 4 @ p. 4'],
  '“An Idea or a Threat,” supra note 3.': ['short → s3 | “An Idea or a Threat,” supra note 3'],
  'Osman.': ['short → short-form-ambiguous (s1, s2) | Osman'],
  'Osman, “Another.”': ['short → short-form-unresolved (s1, s2) | Osman, “Another.”'],
  'Weiss.': ['short → short-form-unresolved (s4) | Weiss'],
  'Jadon.': ['short → short-form-unresolved (s3) | Jadon'],
  'Roggio and Weis.': ['short → short-form-unresolved (s4) | Roggio and Weis'],
};

const IBIDS: Readonly<Record<string, readonly string[]>> = {
  'Ibid.': ['ibid → s7 | Ibid.'],
  Ibid: ['ibid → s7 | Ibid'],
  '*Ibid.*': ['ibid → s7 | Ibid.'],
  'See ibid.': ['ibid → s7 | ibid.'],
  'Ibid., p. 4.': ['ibid → s7 | Ibid., p. 4 @ p. 4'],
  'Ibid, pp. 3–4.': ['ibid → s7 | Ibid, pp. 3–4 @ pp. 3–4'],
  'Ibid.; Jadoon.': ['ibid → s7 | Ibid.', 'short → s3 | Jadoon'],
  'Ibid. See also Jadoon.': ['ibid → s7 | Ibid.', 'short → s3 | Jadoon'],
  'Jadoon; ibid., p. 3.': ['short → s3 | Jadoon', 'ibid → s3 | ibid., p. 3 @ p. 3'],
};

const UNUSUAL = [
  'Personal observation, Mosul, June 2017.',
  'Islamic State, Dabiq 7, February 2015.',
  'Islamic State, “Flames of War.”',
  'Islamic State video, “Flames of War,” al-Hayat, September 2014.',
  'Harmony document SOCOM-2012-0000019.',
  'S/2015/358.',
  'BBC.',
  'Data on file with the author.',
  'https://a.org/b',
  '“',
  '…',
];

describe('a short form is resolved', () => {
  for (const [content, expected] of Object.entries(SHORT_FORMS)) {
    test(content, () =>
      assert.deepEqual(
        meanings(content),
        expected.map((line) => `8 ${line}`),
      ),
    );
  }
  test('before its full reference', () => {
    const [first] = meanings('Azami.', 'Dawood Azami, “Survival,” Survival 58:4 (2016).');
    assert.equal(first, '8 short → s9 short-form-before-full | Azami');
  });
});

describe('an Ibid. is resolved', () => {
  for (const [content, expected] of Object.entries(IBIDS)) {
    test(content, () =>
      assert.deepEqual(
        meanings(content),
        expected.map((line) => `8 ${line}`),
      ),
    );
  }

  const last = (...contents: readonly string[]) => {
    const { references } = readCitations(...contents).sources;
    const item = references.at(-1);
    assert.ok(item);
    return `${meaning(item)} ${item.antecedent?.label ?? '–'}`;
  };
  const full = 'Jo Do, “Title,” Outlet, May 1, 2015.';

  test('through a chain', () => assert.equal(last(full, 'Ibid.', 'Ibid., p. 4.', 'Ibid.'), '4 ibid → s1 1'));
  test('after a repeated source, to where it was named first', () =>
    assert.equal(last(full, '“Other,” Outlet, 2016.', full, 'Ibid.'), '4 ibid → s1 1'));
  test('after several that mean one source', () => assert.equal(last(full, 'Do; Do, p. 4.', 'Ibid.'), '3 ibid → s1 1'));
  test('after several that differ, and what follows it', () => {
    const contents = [`${full.slice(0, -1)}; “Other,” Outlet, 2016.`, 'Ibid.'];
    assert.equal(last(...contents), '2 ibid → ibid-ambiguous (s1, s1b) 1');
    assert.equal(last(...contents, 'Ibid.'), '3 ibid → ibid-ambiguous (s1, s1b) 1');
  });
  test('after one that does not resolve', () =>
    assert.equal(last(full, 'Mehl.', 'Ibid.'), '3 ibid → ibid-without-antecedent –'));
  test('at the first entry', () => assert.equal(last('Ibid.'), '1 ibid → ibid-without-antecedent –'));
  test('after an empty entry', () => assert.equal(last(full, '[2]', 'Ibid.'), '3 ibid → ibid-without-antecedent –'));
  test('after a missing entry', () => assert.equal(last(full, '[3] Ibid.'), '3 ibid → ibid-without-antecedent –'));
  test('in a misnumbered entry', () => assert.equal(readMisnumbered(), 's1'));
  const readMisnumbered = () => readCitations(full, '[20] Ibid.', '[3] Ibid.').sources.references[1]?.source?.id;
});

describe('what only looks unusual is a reference in full', () => {
  for (const content of UNUSUAL) {
    test(content, () => {
      const references = readCitations(...KNOWN, content).sources.references.filter(
        ({ citation }) => citation.label === '8',
      );
      assert.deepEqual(
        references.map(({ form, problem, source }) => ({ form, problem, id: source?.id })),
        [{ form: 'full', problem: null, id: 's8' }],
      );
    });
  }
});

test('a full reference that repeats an earlier one means its source', () => {
  const { sources } = readCitations(
    'Bill Roggio and Caleb Weiss, “A Faction Emerges after Collapse,” Long War Journal, June 14, 2016.',
    'Bill Roggio and Caleb Weiss, “A faction emerges after collapse,” Long War Journal, June 14, 2016.',
    'Roggio and Weiss, “A Faction Emerges After Collapse,” Long War Journal.',
    'Bill Roggio and Caleb Weiss, “A Faction Emerges after Collapse,” Long War Journal, June 14, 2017.',
    'Author interview, official, Kabul, May 2016.',
    'Author interview, official, Kabul, May 2016.',
  );
  assert.deepEqual(sources.references.map(meaning), [
    '1 full → s1',
    '2 full → s1',
    // Without its date it is no full one.
    '3 short → s1',
    '4 full → s4',
    '5 full → s5',
    '6 full → s6',
  ]);
  assert.deepEqual(
    sources.references.map(({ antecedent }) => antecedent?.label),
    ['1', '2', '1', '4', '5', '6'],
  );
});

describe('commentary is told from references', () => {
  const commentaryOf = (content: string) => {
    const { text, sources } = readCitations(...KNOWN, content);
    const own = [...sources.commentary.values()].flat().map(({ start, end }) => text.slice(start, end));
    return { own, references: sources.references.filter(({ citation }) => citation.label === '8').length };
  };
  const cases: Readonly<Record<string, readonly [own: readonly string[], references: number]>> = {
    'Ibid. The figure excludes foreigners.': [['The figure excludes foreigners'], 1],
    'Author interview, official, Kabul, May 2016. The official asked not to be named.': [
      ['The official asked not to be named'],
      1,
    ],
    'The number is disputed. See Osman, “The Islamic State” and Jadoon.': [['The number is disputed'], 2],
    'Jadoon; this was later denied.': [['this was later denied'], 1],
    'Jadoon. He called the group “a threat.” See also Fair.': [['He called the group “a threat.”'], 2],
    'See Jadoon for a more detailed discussion of this.': [[], 1],
    'For more on how they met, see Jadoon.': [[], 1],
    'Jo Do, “T,” Outlet, May 1, 2015, see also Akbar.': [[], 2],
    'The author thanks a colleague, who told him this.': [[], 1],
  };
  for (const [content, [own, references]] of Object.entries(cases)) {
    test(content, () => assert.deepEqual(commentaryOf(content), { own, references }));
  }
});

describe('an unbalanced mark does not swallow what follows', () => {
  const counts: Readonly<Record<string, number>> = {
    'A. Bo, “T, Outlet, 2015; Jadoon.': 2,
    'A. Bo, T,” Outlet, 2015; Jadoon.': 2,
    'A. Bo, “T, Outlet, 2015; B. Co, “U,” Outlet, 2016; Jadoon.': 3,
    'A. Bo, “T, Outlet, 2015; B. Co, U,” Outlet, 2016; Jadoon.': 3,
    'A. Bo, "T, Outlet, 2015; B. Co, "U," Outlet, 2016.': 2,
    'A. Bo, “T (a,” Outlet, 2015; Jadoon.': 2,
    'A. Bo, “T; U. V (a; b),” Outlet (c; d), 2015; Jadoon.': 2,
    'R&amp;D Group, “T &#8212; U,” Outlet, 2015; Jadoon.': 2,
  };
  for (const [content, count] of Object.entries(counts)) {
    test(content, () => assert.equal(meanings(content).length, count));
  }
});

test('the article of the fixtures means what is expected, in brackets and pasted', () => {
  const { resolutions } = JSON.parse(fixture('article/expected.json')) as { readonly resolutions: unknown };
  for (const name of ['article/bracket.md', 'article/pasted.md']) {
    const prose = readProse(fixture(name));
    const { byCitation } = resolveSources(prose, readDraft(prose).citations);
    const meant = [...byCitation].map(([{ label }, references]) => [
      label,
      references.map(({ form, antecedent, problem }) => ({ form, antecedent: antecedent?.label ?? null, problem })),
    ]);
    assert.deepEqual(Object.fromEntries(meant), resolutions, name);
  }
});

test('the reference article means what it should', needsReference, () => {
  const prose = readProse(reference ?? '');
  const { references } = resolveSources(prose, readDraft(prose).citations);
  const named = references.filter(({ form, source, citation }) => form !== 'full' || source?.citation !== citation);
  assert.deepEqual(named.map(meaning), [
    ...['5 ibid → s4', '11 ibid → s10', '12 ibid → s10', '14 short → s10', '14 short → s13', '29 short → s4'],
    ...['30 short → s20', '42 short → s13', '46 short → s43', '52 short → s49', '58 short → s49', '60 full → s15'],
    ...['61 short → s59', '62 short → s15', '64 short → s59', '65 ibid → s59', '66 ibid → s59', '67 ibid → s59'],
    ...['68 short → s53', '69 ibid → s53', '72 short → s49', '76 ibid → s75', '78 short → s70', '80 short → s2'],
    ...['80 short → s15b', '81 ibid → ibid-ambiguous (s2, s15b)', '84 short → s70', '88 short → s70', '89 ibid → s70'],
  ]);
  assert.equal(references.length, 94);
});
