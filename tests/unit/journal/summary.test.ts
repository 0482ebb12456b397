import { describe, expect, it } from 'vitest';
import { type SummaryWording, summaryOf } from '../../../utils/journal/summary.ts';
import { anEntry } from './an-entry.ts';

const wording: SummaryWording = {
  moment: (at, zone) => `${new Date(at).toISOString().slice(0, 10)} in ${zone}`,
  mood: (mood) => `mood ${mood}`,
  feelings: (words) => `Feelings: ${words.join(', ')}`,
  about: (words) => `About: ${words.join(', ')}`,
};

describe('something to take to an ally', () => {
  it('is what was picked as plain text, the oldest first', () => {
    const later = anEntry({ at: Date.UTC(2026, 2, 3), text: '  I slept badly.\nAgain. \n', mood: 2 });
    const earlier = anEntry({
      at: Date.UTC(2026, 2, 1),
      zone: 'Asia/Tokyo',
      feelings: ['sad', 'worn out'],
      about: ['work'],
      prompt: 'What can wait?',
      text: 'All of it.',
    });
    const alone = anEntry({ at: Date.UTC(2026, 2, 4), mood: 4, prompt: 'Unanswered?' });
    expect(summaryOf([later, alone, earlier], wording)).toBe(
      [
        '2026-03-01 in Asia/Tokyo\nFeelings: sad, worn out\nAbout: work\nWhat can wait?\nAll of it.',
        '2026-03-03 in UTC: mood 2\nI slept badly.\nAgain.',
        '2026-03-04 in UTC: mood 4',
      ].join('\n\n'),
    );
  });

  it('holds no id, tag, earlier version or import, and nothing of the trash', () => {
    const batch = 'b'.repeat(32);
    const entry = anEntry({
      text: 'told',
      tags: ['secret-tag'],
      batch,
      versions: [{ written: 1, text: 'unsaid', tags: [] }],
    });
    const text = summaryOf([entry, anEntry({ text: 'thrown away', trashed: 1 })], wording);
    for (const hidden of [entry.id, batch, 'secret-tag', 'unsaid', 'thrown away']) {
      expect(text).not.toContain(hidden);
    }
    expect(text).toContain('told');
    expect(summaryOf([], wording)).toBe('');
  });
});
