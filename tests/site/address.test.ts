import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/site/address.ts';

describe('readAddress', () => {
  test.for([
    [undefined, undefined, 'http://localhost:4321', '/'],
    ['', '', 'http://localhost:4321', '/'],
    ['https://example.org', '/', 'https://example.org', '/'],
    ['https://example.org/', 'foundation', 'https://example.org', '/foundation/'],
    ['http://Example.org:8080', '/a/b', 'http://example.org:8080', '/a/b/'],
    ['https://osquery.github.io', '/foundation/', 'https://osquery.github.io', '/foundation/'],
  ])('SITE_URL=%s BASE_PATH=%s', ([SITE_URL, BASE_PATH, site, base]) => {
    expect(readAddress({ SITE_URL, BASE_PATH })).toEqual({ site, base });
  });

  test.for([
    ['example.org', 'SITE_URL is "example.org", which is no web address'],
    ['ftp://example.org', 'no web address'],
    ['javascript:alert(1)', 'no web address'],
    ['https://example.org/foundation', 'BASE_PATH=/foundation'],
    ['https://example.org/?a=b', 'SITE_URL=https://example.org'],
    ['https://me:secret@example.org', 'takes only the host'],
    ['https://me@example.org', 'takes only the host'],
    ['https://:secret@example.org', 'takes only the host'],
    ['https://example.org/#top', 'takes only the host'],
    ['xhttps://example.org', 'no web address'],
  ])('refuses SITE_URL=%s', ([SITE_URL, message]) => {
    expect(() => readAddress({ SITE_URL })).toThrow(message);
  });

  test('says what of SITE_URL goes into BASE_PATH, and nothing where there is no path', () => {
    expect(() => readAddress({ SITE_URL: 'https://example.org/a/b?c' })).toThrow(
      /SITE_URL=https:\/\/example\.org\. A path goes into BASE_PATH, here BASE_PATH=\/a\/b$/,
    );
    expect(() => readAddress({ SITE_URL: 'https://example.org?c' })).toThrow(/into BASE_PATH$/);
  });

  test.for(['/a b/', '../x', 'a/./b', 'a?b', 'a#b', 'https://example.org/x', 'a\\b', '%2e'])(
    'refuses BASE_PATH=%s',
    (BASE_PATH) => {
      expect(() => readAddress({ BASE_PATH })).toThrow('BASE_PATH is');
    },
  );
});
