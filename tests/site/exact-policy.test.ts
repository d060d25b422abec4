import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

import { exactPolicy } from '../../src/site/exact-policy.ts';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Texts stand for pages in UTF-8. */
const exact = (html: string): string => exactPolicy(Buffer.from(html)).toString();

const page = (scripts: string, styles: string, body: string) =>
  `<head><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${scripts}; style-src 'self'${styles};"></head>${body}`;

describe('exactPolicy', () => {
  const body = '<script>a()</script><style>p{}</style><script type="application/json">{}</script>';

  test('keeps the hashes of what stands in the page, and no others', () => {
    const all = page(
      ` '${hash('a()')}' '${hash('b()')}'`,
      ` '${hash('p{}')}' '${hash('q{}')}'`,
      body,
    );
    expect(exact(all)).toBe(page(` '${hash('a()')}'`, ` '${hash('p{}')}'`, body));
  });

  test('never adds one', () => {
    const none = page('', '', body);
    expect(exact(none)).toBe(none);
  });

  test('leaves a page without a policy as it is', () => {
    expect(exact(body)).toBe(body);
  });

  test('knows scripts and styles with other letters than those of ASCII', () => {
    const letters = '<style>p::before{content:"→ é 会"}</style><p>Ελένη 🎉</p>';
    const html = page('', ` '${hash('p::before{content:"→ é 会"}')}'`, letters);
    expect(exact(html)).toBe(html);
  });

  test('takes no attribute for a script', () => {
    const html = page(
      ` '${hash('a()')}'`,
      '',
      '<meta content="The <script> tag"><a title="<style>">x</a><script>a()</script>',
    );
    expect(exact(html)).toBe(html);
  });

  test('puts text with dollars back as it was', () => {
    const html = page(` '${hash("$&$'")}'`, '', "<script>$&$'</script>");
    expect(exact(html)).toBe(html);
  });
});

test('every page of the site allows exactly its own scripts and styles', () => {
  const dist = inject('sites').real;
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
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
