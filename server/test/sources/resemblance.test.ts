import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { analyseCited } from '../support/citations.ts';

/** The rules that report the last of the citations, and what they expect. */
const said = (...citations: readonly string[]) => {
  const body = citations.map((_, index) => `A claim.[${index + 1}]`).join(' ');
  const list = citations.map((citation, index) => `[${index + 1}] ${citation}`).join('\n\n');
  const { findings, draft } = analyse(`${body}\n\n## Citations\n\n${list}\n`);
  const last = draft.citations.at(-1);
  return findings.filter(({ start }) => last && start >= last.start).map(({ rule, fixes }) => [rule, fixes.length]);
};

const LOWELL = 'Eric Lowell, “Airstrikes Climb in the South,” Daily Post, May 4, 2015.';
const BOTH = 'Helen Marsh and Tomas Brandt, “The Ports,” Daily Post, May 5, 2015.';

describe('a short form that fits no source', () => {
  for (const form of [
    'Eric Lowel.',
    'Erik Lowell.',
    'Eric Lowell, “Airstrikes Clmb.”',
    'Eric Lowell, “Airstrike Climb.”',
  ])
    it(`is one misspelled: ${form}`, () => assert.deepEqual(said(LOWELL, form), [['short-form-unresolved', 1]]));

  it('is one whose authors are named in another order', () =>
    assert.deepEqual(said(BOTH, 'Tomas Brandt and Helen Marsh, p. 140.'), [['short-form-unresolved', 1]]));

  for (const form of ['Eric Lowell.', 'Eric Lowell, “Airstrikes Climb.”'])
    it(`is none where it fits: ${form}`, () => assert.deepEqual(said(LOWELL, form), []));

  for (const other of [
    'Eric Lowell, “Another Matter.”',
    'Daily Times.',
    'Erica Lomax.',
    'Lowell House, Annual Review.',
  ])
    it(`is a source of its own: ${other}`, () => assert.deepEqual(said(LOWELL, other), []));
});

describe('what nearly fits is told before what shares a name alone', () => {
  const works = [
    'Aki Peritz, “The Coming Jailbreak,” Foreign Affairs, October 23, 2019.',
    'Aki Peritz and Eric Rosenbach, Find and Finish (New York: Press, 2012).',
    'Aki Peritz, “Al-Qaeda in Iraq’s Prison Breaks,” CTC Sentinel 6:2 (2013).',
  ];
  for (const [short, expected] of [
    ['Peritz, “Al-Qa`ida in Iraq’s Prison Breaks.”', '“Al-Qaeda in Iraq’s Prison Breaks”'],
    ['Peritz, “No Such Work.”', '“The Coming Jailbreak” or “Al-Qaeda in Iraq’s Prison Breaks”'],
    ['Peritz and Rosenbach, “No Such Work.”', '“Find and Finish”'],
  ] as const)
    it(`${short} as ${expected}`, () => {
      const { findings } = analyseCited([...works, short]);
      const [finding] = findings.filter(({ rule }) => rule === 'short-form-unresolved');
      assert.ok(finding?.message.endsWith(`without a full citation, expected ${expected}`), finding?.message);
    });
});
