import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

import { pageFinisher } from '../../src/site/finish-page.ts';
import { pathsBelow } from '../../src/site/paths-below.ts';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** What stands in pages; texts stand for pages in UTF-8. */
const policyOf = (scripts: string[], styles: string[]) =>
  pageFinisher({
    directives: ["default-src 'none'"],
    scripts: { places: ["'self'"], hashes: scripts.map(hash) },
    styles: { places: ["'self'"], hashes: styles.map(hash) },
    names: ['ul', 'said'],
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
  const body =
    '<script>a()</script><style>p{}</style><p></p><script type="application/json">{}</script>';

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

  const finish = (text: string, scripts: string[], styles: string[]) =>
    policyOf(scripts, styles)(Buffer.from(start + text)).toString();

  test('allows of a style what the page can use, and no more stands there', () => {
    const style = 'p{top:0}.a{top:1px}td{top:2px}.é{top:3px}';
    const html = finish(`<style>${style}</style><p class="a é">→</p>`, [], [style]);
    expect(html).toContain('<style>p{top:0}.a{top:1px}.é{top:3px}</style><p class="a é">→</p>');
    expect(html).toContain(`'${hash('p{top:0}.a{top:1px}.é{top:3px}')}'`);
    expect(html).not.toContain(hash(style));
  });

  test('leaves to a style what scripts may need, those of the page and those that it may load', () => {
    const style = 'ol{top:0}ul{top:0}.said{top:0}.quiet{top:0}.loud{top:0}';
    const script = 'h("ol",{class:"quiet"})';
    const html = finish(`<style>${style}</style><script>${script}</script>`, [script], [style]);
    expect(html).toContain('<style>ol{top:0}ul{top:0}.said{top:0}.quiet{top:0}</style>');
  });

  test('takes no names from a script that may not run', () => {
    const style = 'ol{top:0}p{top:0}';
    const html = finish(`<style>${style}</style><script>h("ol")</script><p>`, [], [style]);
    expect(html).toContain('<style>p{top:0}</style><script>');
  });

  test('leaves a style alone that the site does not know', () => {
    const html = finish('<style>td{top:0}</style><p>', [], ['p{}']);
    expect(html).toContain('<style>td{top:0}</style><p>');
  });

  test('gives each of several pages its own part of one style', () => {
    const style = 'p{top:0}td{top:1px}';
    const finishEach = policyOf([], [style]);
    const pages = ['<p>', '<td>', '<p>'].map((body) =>
      finishEach(Buffer.from(`${start}<style>${style}</style>${body}`)).toString(),
    );
    expect(pages.map((page) => /<style>(.*)<\/style>/.exec(page)?.[1])).toEqual([
      'p{top:0}',
      'td{top:1px}',
      'p{top:0}',
    ]);
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
