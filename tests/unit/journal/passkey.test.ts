import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isErrand, PASSKEY_PATIENCE, passkeyTrouble, saysVerified } from '../../../utils/journal/passkey.ts';
import { errandFrom } from '../../../utils/journal/passkey-window.ts';

const errand = {
  kind: 'use',
  known: () => Promise.resolve([]),
  take: () => Promise.resolve('done'),
  over: () => undefined,
  leave: () => undefined,
};

describe('what a WebAuthn error means', () => {
  it('tells a cancelled question from one whose time ran out by the time alone', () => {
    expect(passkeyTrouble('NotAllowedError', 4000)).toBe('dismissed');
    expect(passkeyTrouble('NotAllowedError', PASSKEY_PATIENCE)).toBe('late');
    expect(passkeyTrouble('AbortError', PASSKEY_PATIENCE)).toBe('dismissed');
    expect(passkeyTrouble('TimeoutError', 0)).toBe('late');
  });

  it('has a word for each that the specification names', () => {
    expect(
      ['InvalidStateError', 'ConstraintError', 'NotSupportedError', 'SecurityError'].map((name) =>
        passkeyTrouble(name, 0),
      ),
    ).toEqual(['already', 'unverified', 'noPrf', 'refused']);
  });

  it('is unknown for any other, whatever it is called', () => {
    const named = /^(NotAllowed|Abort|Timeout|InvalidState|Constraint|NotSupported|Security)Error$/;
    fc.assert(
      fc.property(fc.string(), fc.nat(), (name, waited) => {
        fc.pre(!named.test(name));
        expect(passkeyTrouble(name, waited)).toBe('unknown');
      }),
    );
  });
});

describe('authenticator data', () => {
  it('say that the person was verified by one bit of one byte, and by nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 33, maxLength: 80 }), (data) => {
        expect(saysVerified(data)).toBe(data.at(32)?.toString(2).at(-3) === '1');
      }),
    );
    expect(saysVerified(new Uint8Array(32).fill(0xff))).toBe(false);
  });
});

describe('the errand of a window', () => {
  it('is known by what it can do', () => {
    expect(isErrand(errand)).toBe(true);
    expect(isErrand({ ...errand, kind: 'steal' })).toBe(false);
    for (const name of ['known', 'take', 'over', 'leave'])
      expect(isErrand({ ...errand, [name]: undefined })).toBe(false);
    fc.assert(fc.property(fc.anything(), (value) => !isErrand(value)));
  });

  it('is taken from the panel that opened it, and ends with that', () => {
    const panel = Object.assign(new EventTarget(), { passkeyErrand: errand });
    let gone = 0;
    expect(
      errandFrom(panel, () => {
        gone += 1;
      }),
    ).toBe(errand);
    panel.dispatchEvent(new Event('pagehide'));
    expect(gone).toBe(1);
  });

  it('is none without a panel, and with another origin’s page', () => {
    const foreign = new Proxy(
      {},
      {
        get() {
          throw new DOMException('Blocked a frame', 'SecurityError');
        },
      },
    );
    for (const opener of [null, undefined, {}, foreign])
      expect(errandFrom(opener, () => undefined)).toBeUndefined();
  });
});
