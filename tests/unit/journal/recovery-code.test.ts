import { describe, expect, it } from 'vitest';
import {
  isGroup,
  makeRecoveryCode,
  RECOVERY_GROUPS,
  readRecoveryCode,
} from '../../../utils/journal/recovery-code.ts';
import { random } from './fake-vault.ts';

const CODE = '0123-4567-89AB-CDEF-GHJK-MNPQ';

describe('a recovery code', () => {
  it('is six groups of four letters and digits, without I, L, O and U', () => {
    for (let time = 0; time < 100; time += 1) {
      expect(makeRecoveryCode(random)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    }
    expect(RECOVERY_GROUPS).toBe(6);
  });

  it('comes out evenly of chance', () => {
    const every = makeRecoveryCode(() => Uint8Array.from({ length: 24 }, (_, at) => at + 232));
    expect(every).toBe('89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ');
  });

  it('is read however it is typed', () => {
    const bytes = readRecoveryCode(CODE);
    expect(bytes).toHaveLength(24);
    expect(readRecoveryCode(' oI23-4567 89abcdef.ghjk MNPQ ')).toEqual(bytes);
    expect(readRecoveryCode(CODE.toLowerCase().replaceAll('-', ' '))).toEqual(bytes);
  });

  it('is none with a letter too few, too many or unknown', () => {
    for (const typed of ['', CODE.slice(1), `${CODE}7`, CODE.replace('K', 'U')]) {
      expect(readRecoveryCode(typed)).toBeUndefined();
    }
  });

  it('is confirmed by the group that was asked for alone', () => {
    expect(isGroup(CODE, 1, ' 4567 ')).toBe(true);
    expect(isGroup(CODE, 0, 'oi23')).toBe(true);
    expect(isGroup(CODE, 1, '0123')).toBe(false);
    expect(isGroup(CODE, 6, '')).toBe(false);
    expect(isGroup(CODE, 1, '')).toBe(false);
  });
});
