import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

import { pagePolicy } from '../../src/site/page-policy.ts';
import { pathsBelow } from '../../src/site/paths-below.ts';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** What stands in pages; texts stand for pages in UTF-8. */
const policyOf = (scripts: string[], styles: string[]) =>
  pagePolicy({
    directives: ["default-src 'none'"],
    scripts: { places: ["'self'"], hashes: scripts.map(hash) },
    styles: { places: ["'self'"], hashes: styles.map(hash) },
  });

const start = '<!doctype html><html><head><meta charset="utf-8">';

/** The hashes that a page of some text gets allowed, where the site knows some scripts and styles. */
function allowed(text: string, scripts: string[], styles: string[]): string[] {
  const html = policyOf(scripts, styles)(Buffer.from(start + text)).toString();
  expect(html.startsWith(`${start}<meta http-equiv="content-security-policy" content="`)).toBe(
    true,
  );
  expect(html.endsWith(`">${text}`)).toBe(true);
  const policy = html.slice(start.length, -text.length);
  return [...policy.matchAll(/'(sha256-[^']+)'/g)].map((match) => match[1]!);
}

describe('the policy of a page', () => {
  const body = '<script>a()</script><style>p{}</style><script type="application/json">{}</script>';

  test('stands before all but the charset, with the directives of the site', () => {
    const html = policyOf(['a()'], ['p{}'])(Buffer.from(start + body)).toString();
    expect(html).toBe(
      `${start}<meta http-equiv="content-security-policy" content="default-src 'none';` +
        `script-src 'self' '${hash('a()')}';style-src 'self' '${hash('p{}')}'">${body}`,
    );
  });

  test('allows what stands in the page and is known, each once', () => {
    expect(allowed(body, ['a()', 'b()', 'a()'], ['p{}', 'q{}', 'p{}'])).toEqual([
      hash('a()'),
      hash('p{}'),
    ]);
  });

  test('never allows what the site does not know', () => {
    expect(allowed(body, ['b()'], [])).toEqual([]);
  });

  test('knows scripts and styles with other letters than those of ASCII', () => {
    const style = 'p::before{content:"→ é 会"}';
    expect(allowed(`<style>${style}</style><p>Ελένη 🎉</p>`, [], [style])).toEqual([hash(style)]);
  });

  test('takes no attribute for a script', () => {
    const text =
      '<meta content="The <script> tag"><a title="<style>">x</a><script>a()</script><p>b()</p>';
    expect(allowed(text, ['a()', 'b()'], [])).toEqual([hash('a()')]);
  });

  test('leaves text with dollars as it was', () => {
    expect(allowed("<script>$&$'</script>", ["$&$'"], [])).toEqual([hash("$&$'")]);
  });

  test('is missing in no page', () => {
    expect(() => policyOf([], [])(Buffer.from('<h1>No charset</h1>'))).toThrow('charset');
  });
});

test('every page of the site allows exactly its own scripts and styles', () => {
  const dist = inject('sites').real;
  const files = pathsBelow(dist).filter((name) => name.endsWith('.html'));
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) {
    const html = readFileSync(join(dist, file), 'utf8');
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1];
    expect(policy, file).toBeDefined();
    const allowed = (name: string) =>
      [...(new RegExp(`${name}([^;]*)`).exec(policy!)?.[1] ?? '').matchAll(/'(sha256-[^']+)'/g)]
        .map((match) => match[1])
        .sort();
    const inline = (name: string) =>
      [
        ...html.matchAll(
          new RegExp(`<${name}(?![^>]*application/)[^>]*>([\\s\\S]*?)</${name}>`, 'g'),
        ),
      ]
        .flatMap((match) => (match[1] === '' ? [] : [hash(match[1]!)]))
        .sort();
    expect(allowed('script-src'), file).toEqual([...new Set(inline('script'))]);
    expect(allowed('style-src'), file).toEqual([...new Set(inline('style'))]);
  }
});
