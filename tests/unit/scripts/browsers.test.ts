import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from '../../../scripts/browsers.ts';
import { chromiumId } from '../../../scripts/extension-id.ts';

function machine(
  platform: NodeJS.Platform,
  env: Machine['env'],
  files: readonly string[],
  download?: string,
): Machine {
  return { platform, env, exists: (path) => files.includes(path), downloaded: () => download };
}

describe('finding a browser', () => {
  it('takes the one that the variable names before any other', () => {
    const here = machine('linux', { PATH: '/usr/bin', CHROME_PATH: '/opt/c' }, [
      '/opt/c',
      '/usr/bin/chromium',
    ]);
    expect(findBrowser('chromium', here)).toBe('/opt/c');
  });

  it('says so where the variable names nothing, instead of taking another', () => {
    const here = machine('linux', { PATH: '/usr/bin', FIREFOX_PATH: '/gone' }, ['/usr/bin/firefox']);
    expect(() => findBrowser('firefox', here)).toThrow(
      'FIREFOX_PATH is set to /gone, and there is no such file.',
    );
  });

  it('prefers Chromium to a branded build, wherever on PATH they are', () => {
    const here = machine('linux', { PATH: '/a:/b' }, ['/a/google-chrome', '/b/chromium']);
    expect(findBrowser('chromium', here)).toBe('/b/chromium');
  });

  it('looks where macOS and Windows keep programs', () => {
    const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findBrowser('firefox', machine('darwin', {}, [mac]))).toBe(mac);
    const windows = 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe';
    expect(findBrowser('chromium', machine('win32', { PROGRAMFILES: 'C:\\Programs' }, [windows]))).toBe(
      windows,
    );
  });

  it('falls back on an earlier download, as long as it is still there', () => {
    const download = '/home/me/.browsers/chrome';
    expect(findBrowser('chromium', machine('linux', {}, [download], download))).toBe(download);
    expect(findBrowser('chromium', machine('linux', {}, [], download))).toBeUndefined();
  });
});

describe('the id of a Chromium extension', () => {
  it('has a letter for each digit of the hash of its key', () => {
    // SHA-256 of nothing begins e3b0c442 98fc1c14 9afbf4c8 996fb924.
    expect(chromiumId('')).toBe('odlameecjipmbmbejkplpemijjgpljce');
  });
});
