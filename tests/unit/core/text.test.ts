import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../utils/core/fold.ts';
import { cleanLine, cleanLines } from '../../../utils/core/text.ts';

const anyText = fc.string({ unit: 'binary' });

describe('cleanLine', () => {
  it('leaves names as people write them', () => {
    for (const name of [
      'Maya Kowalska',
      'Łukasz Żółć',
      '李小龙',
      'O’Brien-Søren',
      '👩🏽‍🚒 Ada',
      'نور‌الدین',
    ]) {
      expect(cleanLine(name)).toBe(name);
    }
  });

  it('takes out overrides of direction, zero-width characters and controls', () => {
    expect(cleanLine('\u202eayaM\u202c')).toBe('ayaM');
    expect(cleanLine('Ma\u200bya\u2066 \u2069K\ufeff')).toBe('Maya K');
    expect(cleanLine('Ma\u0000y\u009fa\u007f')).toBe('Maya');
  });

  it('reads tabs, line breaks and no-break spaces as one space', () => {
    expect(cleanLine('  Maya\t\r\n\u00a0Kowalska \u2028')).toBe('Maya Kowalska');
    expect(cleanLine('a   b')).toBe('a b');
  });

  it('is empty where there is nothing to see', () => {
    for (const blank of ['', '   ', '\u200b\u200d', '\u3164', '\u115f\u1160', '---', '\u0301']) {
      expect(cleanLine(blank)).toBe('');
    }
  });

  it('puts U+FFFD for half a surrogate pair, so that the text can be part of an address', () => {
    expect(cleanLine('Maya \ud800')).toBe('Maya \ufffd');
    expect(() => encodeURIComponent(cleanLine('x\udc00'))).not.toThrow();
  });

  it('keeps markup as the text it is', () => {
    expect(cleanLine('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });

  it('changes nothing the second time, and leaves nothing unseen, whatever it is given', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanLine(text);
        expect(cleanLine(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u);
        expect(clean).toBe(clean.trim());
      }),
    );
  });

  it('takes time in proportion to a text of megabytes', () => {
    expect(cleanLine(`a${' '.repeat(3_000_000)}b`)).toBe('a b');
    expect(cleanLine('\u200b'.repeat(3_000_000))).toBe('');
  });
});

describe('cleanLines', () => {
  it('keeps lines, and at most one empty one in a row', () => {
    expect(cleanLines('One\r\nTwo\n\n\n\nThree\u2029Four ')).toBe('One\nTwo\n\nThree\nFour');
  });

  it('cleans each line as cleanLine does', () => {
    expect(cleanLines(' a\u202e  b\t\n\u00a0c ')).toBe('a b\nc');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanLines(text);
        expect(cleanLines(clean)).toBe(clean);
        expect(clean.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(clean).not.toContain('\n\n\n');
      }),
    );
  });
});

describe('fold', () => {
  it('compares without case, accents and letters of their own', () => {
    expect(fold('Łukasz ŻÓŁĆ')).toBe('lukasz zolc');
    expect(fold('Straße, Ærø')).toBe('strasse, aero');
    expect(fold('plain Text')).toBe('plain text');
  });
});
