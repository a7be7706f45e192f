import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { readProse } from '../../src/markdown/read.ts';
import { readVocabulary } from '../../src/vocabulary/load.ts';
import { findMentions, type MentionOptions } from '../../src/vocabulary/mentions.ts';
import { PASSAGES } from './passages.ts';

const vocabulary = defaultVocabulary();

/** Every mention as `id: text`, with what should stand there. */
function named(text: string, options?: MentionOptions): string[] {
  return findMentions(readProse(text), vocabulary, options).mentions.map(({ concept, text: name, replacement }) =>
    replacement === null ? `${concept.id}: ${name}` : `${concept.id}: ${name} → ${replacement}`,
  );
}

describe('mentions', () => {
  const cases: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
    [
      'the longest name',
      'Islamic State in Jammu and Kashmir',
      'islamic-state-jammu-kashmir: Islamic State in Jammu and Kashmir',
    ],
    ['a name before a possessive ’s', "ISK’s men and LeT's", 'islamic-state-khorasan: ISK', 'lashkar-e-taiba: LeT'],
    [
      'the same with another sign',
      'ISK`s men, LeT´s, al-Qa`ida`s, and the Talibanʼs',
      'islamic-state-khorasan: ISK',
      'lashkar-e-taiba: LeT',
      'al-qaida: al-Qa`ida',
      'taliban: Taliban',
    ],
    [
      'a name in a compound',
      'Taliban-controlled, Islamic State-affiliated',
      'taliban: Taliban',
      'islamic-state: Islamic State',
    ],
    ['a name after a prefix', 'pro-Taliban and anti-Islamic State', 'taliban: Taliban', 'islamic-state: Islamic State'],
    ['an article that a space parts from its name', 'by al Shabaab', 'al-shabaab: al Shabaab → al-Shabaab'],
    ['the same before a longer name', 'the al Nusra Front', 'jabhat-al-nusra: al Nusra Front → al-Nusra'],
    ['both names of a pair', 'the LeT/JuD camp', 'lashkar-e-taiba: LeT', 'jamaat-ud-dawa: JuD'],
    [
      'a name with a glued number',
      'by LeT.37 Then IMU49 and ISK7 came',
      'lashkar-e-taiba: LeT',
      'islamic-movement-of-uzbekistan: IMU',
      'islamic-state-khorasan: ISK',
    ],
    ['a name with a glued letter', 'the TTPc and the Talibanb', 'tehrik-i-taliban-pakistan: TTP', 'taliban: Taliban'],
    [
      'a name over a line end, and with no-break spaces',
      'the Haqqani\nNetwork, the Haqqani\u00A0Network',
      'haqqani-network: Haqqani\nNetwork',
      'haqqani-network: Haqqani\u00A0Network',
    ],
    ['a name in emphasis', 'the *Taliban* and **Boko** Haram', 'taliban: Taliban', 'boko-haram: Boko** Haram'],
    [
      'a sign that is escaped',
      "al-Qa\\`ida, Jama\\`atu Ahlis Sunna Lidda\\`awati wal-Jihad, ISK\\'s men, Tehrik\\-i-Taliban Pakistan",
      'al-qaida: al-Qa\\`ida',
      'boko-haram: Jama\\`atu Ahlis Sunna Lidda\\`awati wal-Jihad → Boko Haram',
      'islamic-state-khorasan: ISK',
      'tehrik-i-taliban-pakistan: Tehrik\\-i-Taliban Pakistan',
    ],
    ['the same where it is mended', 'by Al Qa\\`ida', 'al-qaida: Al Qa\\`ida → al-Qa\\`ida'],
    [
      'any sign for ʿayn',
      'al-Qa`ida, al-Qa’ida, al-Qaʿida',
      'al-qaida: al-Qa`ida',
      'al-qaida: al-Qa’ida',
      'al-qaida: al-Qaʿida',
    ],
    ['a capital at the start', 'Al-Shabaab fell.', 'al-shabaab: Al-Shabaab'],
    ['a name in capitals', 'THE TALIBAN AND LASHKAR-E-TAIBA', 'taliban: TALIBAN', 'lashkar-e-taiba: LASHKAR-E-TAIBA'],
    ['a possessive inside a name', 'the Kurdistan Workers’ Party', 'kurdistan-workers-party: Kurdistan Workers’ Party'],
    [
      'a genitive before the name of a person',
      'Hizb-e-Islami’s Gulbuddin Hekmatyar',
      'hizb-i-islami-gulbuddin: Hizb-e-Islami',
      'gulbuddin-hekmatyar: Gulbuddin Hekmatyar',
    ],
    [
      'a genitive before the name of a person nobody knows',
      "Hizb-e-Islami’s Gulbuddin Sahrawi and the Islamic State's Khorasan Sahrawi",
      'hizb-i-islami-gulbuddin: Hizb-e-Islami',
      'islamic-state: Islamic State',
      'khorasan: Khorasan',
    ],
    [
      'a genitive of its own',
      'the Lord’s Resistance Army Command and the Kurdistan Workers’ Party Congress',
      'lords-resistance-army: Lord’s Resistance Army',
      'kurdistan-workers-party: Kurdistan Workers’ Party',
    ],
    [
      'a genitive inside a name',
      'the Islamic State’s Central Africa Province',
      'islamic-state-central-africa: Islamic State’s Central Africa Province',
    ],
    [
      'other hyphens and accents',
      'Lashkar e Taiba, Tehrik‑i‑Tālibān Pakistan',
      'lashkar-e-taiba: Lashkar e Taiba → Lashkar-e-Taiba',
      'tehrik-i-taliban-pakistan: Tehrik‑i‑Tālibān Pakistan → Tehrik-i-Taliban Pakistan',
    ],
    [
      'a dash in a compound of several words',
      'Islamic State–Khorasan and Lashkar–e–Taiba',
      'islamic-state-khorasan: Islamic State–Khorasan → Islamic State Khorasan',
      'lashkar-e-taiba: Lashkar–e–Taiba → Lashkar-e-Taiba',
    ],
    [
      'other capitals of an abbreviation',
      'what LET and JUD say',
      'lashkar-e-taiba: LET → LeT',
      'jamaat-ud-dawa: JUD → JuD',
    ],
    [
      'other capitals in a list of abbreviations',
      'He named LET, JUD and others.',
      'lashkar-e-taiba: LET → LeT',
      'jamaat-ud-dawa: JUD → JuD',
    ],
    ['no word among words in capitals', 'The sign read LET ME GO in red. He cried: LET US IN!'],
    ['no word that is spelled alike', 'Let us let it be; this is a front, Movement is free'],
    ['no form of state', 'They want an Islamic state.'],
    ['no part of a longer name', 'Sipah-e-Taliban and Taliban-e-Nowhere'],
    [
      'no other person of the name',
      'Omar Ghazi met Umer Khorasani.',
      'omar-ghazi: Omar Ghazi',
      'umer-khorasani: Umer Khorasani',
    ],
    ['the place of the name', 'the Khorasan Province', 'khorasan: Khorasan'],
    ['nothing in code, links and comments', '`x Taliban` <!-- Taliban --> [the site](https://Taliban.example/Taliban)'],
  ];
  for (const [what, text, ...expected] of cases) it(`are ${what}`, () => assert.deepEqual(named(text), expected));

  it('have a dash in a compound of several words, and in no other', () => {
    const { mentions } = findMentions(readProse('Islamic State–Khorasan and Lashkar–e–Taiba'), vocabulary);
    assert.deepEqual(
      mentions.map(({ kind }) => kind),
      ['alternative', 'near'],
    );
  });

  it('end where a marker begins', () => {
    const text = 'Talibana came, and Talibanz.';
    assert.deepEqual(named(text, { markers: [{ start: 7, end: 8 }] })[0], 'taliban: Taliban');
    assert.deepEqual(named(text, { markers: [] })[0], 'taliban: Talibana → Taliban');
  });

  it('end before a genitive that a marker follows', () => {
    for (const marker of ['ᵇ', 'b']) {
      const text = `LeT’s${marker} men`;
      assert.deepEqual(named(text, { markers: [{ start: 5, end: 6 }] }), ['lashkar-e-taiba: LeT']);
    }
  });

  it('are verbatim in quotations, block quotes, single quotation marks and given ranges', () => {
    const text = 'He said “the Taliban,” as ‘Daesh’ did; the Taliban, the Taliban.\n\n> The Taliban.';
    const last = text.indexOf('the Taliban.');
    const verbatim = [{ start: last, end: last + 11 }];
    const { mentions } = findMentions(readProse(text), vocabulary, { verbatim });
    assert.deepEqual(
      mentions.map((mention) => mention.verbatim),
      [true, true, false, true, true],
    );
  });
});

describe('names in drafts that nothing was tuned on', () => {
  // Names stand between ⟦ and ⟧; what is between is what must be found, and nothing else.
  const drafts = [
    `In the summer, ⟦al-Shabaab⟧’s fighters drove on ⟦Peshawar⟧ Road, a street of Nairobi, while ⟦Boko Haram⟧ and the
⟦Islamic State West Africa Province⟧ (⟦ISWAP⟧) fought each other. ⟦ISWAP⟧-linked traders fled. Let alone the costs, the
state of Borno lost its main market; Islamic scholars warned of hunger, and the National Movement of Teachers struck.`,
    `⟦Hezbollah⟧ sent advisers, as did the ⟦Islamic Revolutionary Guard Corps⟧ and its ⟦Quds Force⟧. The ⟦Houthis⟧, whom
officials call ⟦Ansar Allah⟧, fired on ships; the ⟦Houthi⟧ navy has none. In ⟦Afghanistan⟧, ⟦Hizb-i-Islami⟧ signed a
peace, and ⟦Gulbuddin Hekmatyar⟧ came home. ⟦Jamiat-e-Islami⟧ did not object; ⟦Jamaat-e-Islami⟧, in ⟦Pakistan⟧, cheered.`,
    `Is it true that IT experts trained there? The ⟦JI⟧’s lawyers say no. ⟦Jemaah Islamiyah⟧ is older than ⟦Abu Sayyaf⟧; the
⟦Moro Islamic Liberation Front⟧ (⟦MILF⟧) is not its heir.[4] After ⟦MILF⟧ and ⟦MNLF⟧ talks the ⟦Islamic State⟧ lost
its last town, and ⟦Islamic State⟧-aligned men left. US troops, NATO trainers and the UN stayed; ⟦ISIL⟧ is a word for ⟦IS⟧.`,
    `The ⟦Pakistani Taliban⟧ are not the ⟦Afghan Taliban⟧. ⟦Hakimullah Mehsud⟧ led the former from ⟦Waziristan⟧; in ⟦Quetta⟧
the ⟦Quetta Shura⟧ led the latter. ⟦LeJ⟧, ⟦SSP⟧ and ⟦JeM⟧ remained in the ⟦Punjab⟧. A talib is a student, mullahs preach,
a haqqani studied at a Haqqania; General Haq was a president, and the Army of the Indus a colonial force.`,
  ];

  it('are found with a precision and a recall of at least 0.98', () => assertFound(drafts));

  it('are found in twenty passages on other regions', () => {
    assert.equal(PASSAGES.length, 20);
    assertFound(PASSAGES);
  });
});

describe('names in small letters', () => {
  const labels = ['iGroup', 'état major', 'X', 'Northerners', 'Northern Alliance', 'Hizb-e-Nur', 'PARTY'];
  const groups = labels.map((prefLabel, index) => ({ id: `group-${index}`, prefLabel, kind: 'organisation' }));
  const own = readVocabulary([{ path: 'names.json', text: JSON.stringify({ groups }) }]).vocabulary;
  const found = (text: string) =>
    findMentions(readProse(text), own, { markers: [] }).mentions.map((mention) => mention.text);

  it('are found where they are written so, are one long word, one letter, or joined by hyphens', () => {
    const text = 'They say that iGroup, état major, x, northerners and hizb-e-nur are among those who came.';
    assert.deepEqual(found(text), ['iGroup', 'état major', 'x', 'northerners', 'hizb-e-nur']);
  });

  it('are words otherwise', () => {
    assert.deepEqual(
      found('They say that a northern alliance, a party and a hizb e nur are among those who came.'),
      [],
    );
  });
});

/** Asserts that what is marked in drafts is found, with a precision and a recall of at least 0.98 over all of them. */
function assertFound(drafts: readonly string[]): void {
  let right = 0;
  let found = 0;
  let meant = 0;
  const wrong: string[] = [];
  for (const marked of drafts) {
    const expected = new Set<string>();
    let text = '';
    for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
      const name = part.startsWith('⟦') ? part.slice(1, -1) : '';
      if (name !== '') expected.add(`${text.length} ${name}`);
      text += name === '' ? part : name;
    }
    const { mentions } = findMentions(readProse(text), vocabulary, { markers: [] });
    const texts = mentions.map(({ start, text: name }) => `${start} ${name}`);
    right += texts.filter((name) => expected.has(name)).length;
    found += texts.length;
    meant += expected.size;
    wrong.push(
      ...texts.filter((name) => !expected.has(name)),
      ...[...expected].filter((name) => !texts.includes(name)),
    );
  }
  assert.ok(
    right / found >= 0.98 && right / meant >= 0.98,
    `${right} of ${found} found, ${meant} meant: ${wrong.join('; ')}`,
  );
}

describe('labels that are alike', () => {
  const load = (file: object) => {
    const { vocabulary: own, problems } = readVocabulary([{ path: 'a.json', text: JSON.stringify(file) }]);
    assert.deepEqual(problems, []);
    return own;
  };
  const found = (file: object, text: string) =>
    findMentions(readProse(text), load(file), { markers: [] }).mentions.map(({ concept, kind }) => [concept.id, kind]);
  const group = (prefLabel: string, ...altLabels: string[]) => ({
    groups: [{ id: 'it', kind: 'faction', prefLabel, altLabels }],
  });

  it('are the first of them where both are there but for a capital or an apostrophe', () => {
    assert.deepEqual(found(group('islamic state', 'Islamic state'), 'Islamic state was here.'), [['it', 'preferred']]);
    assert.deepEqual(found(group('al-Qa`ida', "al-Qa'ida"), "They joined al-Qa'ida."), [['it', 'preferred']]);
    assert.deepEqual(found(group('Dune Front', 'DUNE FRONT'), 'The DUNE FRONT met.'), [['it', 'preferred']]);
  });

  it('may have letters and digits in turn', () => {
    const label = '1A2B3C4D5E6F7G8H9I1J';
    assert.deepEqual(found(group(label), `Model ${label} fell.`), [['it', 'preferred']]);
  });
});

describe('a name that opens a sentence', () => {
  const MARKERS = ['', '[1]', '[1][2]', '^1^', '¹', '<sup>1</sup>', '1'];
  const suggested = (before: string, marker: string, after: string) => {
    const text = `${before}${marker}${after} Al Shabab praised it.`;
    const markers = marker === '' ? [] : [{ start: before.length, end: before.length + marker.length }];
    return findMentions(readProse(text), vocabulary, { markers }).mentions.at(-1)?.replacement;
  };

  it('keeps its capital behind markers and closing marks', () => {
    for (const marker of MARKERS)
      for (const end of [
        'The raid was over.',
        'Was it over?',
        '“It is over.”',
        '(It was over.)',
        '*It was over.*',
        'It was “over.’”',
      ])
        for (const after of ['', ' “', ' *']) {
          if (marker === '1' && /[^.?]$/.test(end)) continue;
          assert.equal(suggested(end, marker, after), 'Al-Shabaab', `${end}${marker}${after}`);
        }
  });

  it('has none within one', () => {
    for (const marker of MARKERS)
      for (const begun of ['There they met,', 'Against “the raid”', 'In the north (and west)', 'It praised *all* of'])
        assert.equal(suggested(begun, marker, ''), 'al-Shabaab', `${begun}${marker}`);
  });
});

describe('names that read like a group’s and are unknown', () => {
  const unknown = (text: string) => findMentions(readProse(text), vocabulary).unknown.map(({ text: name }) => name);

  it('begin behind what opens the sentence', () => {
    for (const opener of ['Then', 'But', 'Meanwhile', 'Since', 'In', 'Against'])
      assert.deepEqual(unknown(`${opener} Movement for Oneness and Dunes in Sahra (MODS) came.`), [
        'Movement for Oneness and Dunes in Sahra',
      ]);
  });

  it('begin with the first of the words that hyphens join', () => {
    const table: readonly (readonly [text: string, name: string])[] = [
      ['He led the Signed-in-Salt Battalion there.', 'Signed-in-Salt Battalion'],
      ['In the Those-Who-Sign-in-Salt Battalion he led.', 'Those-Who-Sign-in-Salt Battalion'],
      ['It fought the Dune-based anti-Salt Front there.', 'Salt Front'],
      ['It came from Sahra. In Salt-by-Sea the Kel Brigade met.', 'Kel Brigade'],
    ];
    for (const [text, name] of table) assert.deepEqual(unknown(text), [name], text);
  });

  it('end before the name or title of who leads them', () => {
    const table: readonly (readonly [text: string, name: string])[] = [
      ['The Dune Front of Le Sel won.', 'Dune Front'],
      ['The Salt Movement of Colonel Salt won.', 'Salt Movement'],
      ['The Salt Movement of Mullah Salt won.', 'Salt Movement'],
      ['The Dune Front of Sahra won.', 'Dune Front of Sahra'],
      ['The Dune Front for the Liberation of Sahra won.', 'Dune Front for the Liberation of Sahra'],
    ];
    for (const [text, name] of table) assert.deepEqual(unknown(text), [name], text);
  });

  it('are no fronts of a war, and no bodies of states', () => {
    for (const text of [
      'On the Western Front all was quiet.',
      'The Joint Dune Task Force (JDTF) met.',
      'The Economic Community of Dune States (ECODS) met.',
      'The Dune States Central Command (DCENTCOM) met.',
      'The Dune National Security Forces (DNSF) met the Sahra Defence Force (SDFX).',
      'The Global Dune Forum to Counter Terrorism (GDFCT) met.',
      'The Civil Rights Movement met the Red Crescent Movement.',
      'The Armed Forces of Sahra (AFS) met the Dune Special Action Force (DSAF) and the Dune National Army (DNA).',
      'The Dune National Police (DNP) met the Salt Financial Crime Unit (SFCU).',
      'The Salt Trade Regulation (STR) and the Dune Assets Rules (DAR) passed.',
      'The United Dunes Kingdom (U.D.K.), the United Dune Emirates (UDE), and the Republic of Sahra (RoS) met.',
      'The United States (U.S.) and the United Kingdom (U.K.) met.',
      'The Dune Enforcement Administration (DEA) and the Salt Cooperation Council (SCC) met the Salt Authority (SA).',
      'An Improvised Salt Device (ISD) hit a Main Dune Tank (MDT), an Unmanned Salt Vehicle (USV), and a Large Salt Model (LSM).',
      'The Dune Chief of Staff (DCOS) signed a Memorandum of Dunes (MoD).',
      'Dune Rights Watch (DRW), Salt International (SI), and the Associated Dune Press (ADP) met.',
      'Countering Salt Extremism (CSE) is of the Dune Strategy on Salt (DSS).',
      'The Dune Observatory (DO), the Salt Regional Government (SRG), and the Salt Rights Monitor (SRM) met.',
      'Homegrown Dune Extremists (HDE) are Foreign Salt Terrorists (FST), and High-Value Salt Targets (HVST).',
      'A Virtual Private Network (VPN) is no Dune Computer Network; the Global Network on Dunes and a Quick Salt Reaction Force (QSRF) met.',
      'The Foreign Dune Groups (FDGs) and Private Salt Companies (PSCs) met.',
    ])
      assert.deepEqual(unknown(text), [], text);
    assert.deepEqual(unknown('The Dune Self-Defense Forces (DSDF) met.'), ['Dune Self-Defense Forces']);
    assert.deepEqual(unknown('The Dune Democratic Forces (DDF) met.'), ['Dune Democratic Forces']);
    assert.deepEqual(unknown('The Dune Front (DF) met.'), ['Dune Front']);
    assert.deepEqual(unknown('The Dune Salt Guards (DSG) met.'), ['Dune Salt Guards']);
    assert.deepEqual(unknown('The Dune Patriots (DPs) met.'), []);
    // The end of a longer name, which the abbreviation is of one word of.
    assert.deepEqual(unknown('The Dune Equality and Democracy Party (DEM) met.'), []);
    assert.deepEqual(unknown('The Dune Equality Party (DEP) met.'), ['Dune Equality Party']);
    assert.deepEqual(unknown('The Salt Emirate (SE) met.'), ['Salt Emirate']);
  });
});
