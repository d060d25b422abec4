import { describe, expect, test } from 'vitest';
import { findInstalled } from './chromium.ts';

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

describe('findInstalled', () => {
  test('prefers Chrome to Chromium, wherever on the path they are', () => {
    const exists = only('/usr/bin/chromium', '/opt/bin/google-chrome');
    expect(findInstalled({ PATH: '/usr/bin:/opt/bin' }, 'linux', exists)).toEqual([
      '/opt/bin/google-chrome',
      '/usr/bin/chromium',
    ]);
  });

  test('knows the usual places of other systems', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findInstalled({}, 'darwin', only(mac))).toEqual([mac]);
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const env = { ProgramFiles: 'C:\\Program Files' };
    expect(findInstalled(env, 'win32', only(windows))).toEqual([windows]);
  });

  test('takes the browser that CHROME_PATH names and no other', () => {
    const env = { CHROME_PATH: '/mine/chrome', PATH: '/usr/bin' };
    const exists = only('/mine/chrome', '/usr/bin/chromium');
    expect(findInstalled(env, 'linux', exists)).toEqual(['/mine/chrome']);
  });

  test('says so when CHROME_PATH names nothing that runs', () => {
    const env = { CHROME_PATH: '/mine/chrome', PATH: '/usr/bin' };
    expect(() => findInstalled(env, 'linux', only('/usr/bin/chromium'))).toThrow('/mine/chrome');
  });

  test('finds nothing on a bare machine', () => {
    expect(findInstalled({ PATH: '/usr/bin' }, 'linux', only())).toEqual([]);
  });
});
