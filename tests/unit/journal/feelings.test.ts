import { describe, expect, it } from 'vitest';
import { feelingWords } from '../../../utils/i18n/en/feelings.ts';
import { ABOUT, FEELINGS, feelingsFor, nearestMood, quadrantOf } from '../../../utils/journal/feelings.ts';

const keysBeginning = (prefix: string): string[] =>
  Object.keys(feelingWords)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();

describe('the feelings on offer', () => {
  it('have a word each, every one in one quarter', () => {
    const all = Object.values(FEELINGS).flat();
    expect(all.toSorted()).toEqual(keysBeginning('feeling_'));
    expect(new Set(all).size).toBe(24);
    expect([...ABOUT].sort()).toEqual(keysBeginning('about_'));
  });

  it('have no word twice', () => {
    const words = Object.values(feelingWords);
    expect(new Set(words).size).toBe(words.length);
  });

  it('begin with the quarter of the plane that was chosen, then as the mood suggests', () => {
    expect(quadrantOf(2, -1)).toBe('tense');
    expect(quadrantOf(-1, -2)).toBe('low');
    expect(quadrantOf(1, 1)).toBe('bright');
    expect(quadrantOf(-2, 1)).toBe('calm');
    expect([quadrantOf(0, 2), quadrantOf(1, undefined)]).toEqual([undefined, undefined]);
    expect(feelingsFor(1, undefined, undefined)[0]).toBe(FEELINGS.low[0]);
    expect(feelingsFor(1, -1, 1)[0]).toBe(FEELINGS.calm[0]);
    expect(feelingsFor(5, undefined, undefined)[0]).toBe(FEELINGS.bright[0]);
    expect(new Set(feelingsFor(2, 1, -1)).size).toBe(24);
  });
});

describe('the word for a mean', () => {
  it('is the nearest mood’s, and halfway the one nearer to the middle', () => {
    const means = [1, 1.4, 1.5, 2, 2.4, 2.5, 3, 3.5, 3.6, 4.5, 4.6, 5];
    expect(means.map(nearestMood)).toEqual([1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5]);
  });
});
