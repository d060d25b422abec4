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

  test('never allows what was not allowed', () => {
    const none = page('', '', body);
    expect(exact(none)).toBe(none);
  });

  const modules = (...codes: string[]) =>
    codes.map((code) => `<script type="module">${code}</script>`);

  test('makes one module of several, which run in their order with names of their own', () => {
    const [first = '', second = ''] = modules('var a = "$&"', 'var a = 2\n');
    const codes = ` '${hash('var a = "$&"')}' '${hash('var a = 2\n')}'`;
    const joined = '(async()=>{var a = "$&"\n})();(async()=>{var a = 2\n})();';
    expect(exact(page(codes, '', `${first}<p>x</p>${second}<p>y</p>`))).toBe(
      page(` '${hash(joined)}'`, '', `<p>x</p>${modules(joined).join('')}<p>y</p>`),
    );
  });

  test('joins no module that was not allowed', () => {
    const html = page(` '${hash('a()')}'`, '', modules('a()', 'b()').join(''));
    expect(exact(html)).toBe(html);
  });

  test.each([
    ['import{a}from"./a.js";a()'],
    ['a();import "./a.js"'],
    ['import*as a from"./a.js"'],
    ['const a=1;export{a}'],
    ['await a();export default a'],
  ])('joins nothing where a module is tied to others: %s', (code) => {
    const html = page(` '${hash('b()')}' '${hash(code)}'`, '', modules('b()', code).join(''));
    expect(exact(html)).toBe(html);
  });

  test('joins modules that load others later, or end in a comment', () => {
    const codes = ['const b=await import("./b.js");b.exports()', 'c()// done'];
    const html = page(
      codes.map((code) => ` '${hash(code)}'`).join(''),
      '',
      modules(...codes).join(''),
    );
    expect(exact(html)).toContain(
      '(async()=>{const b=await import("./b.js");b.exports()\n})();(async()=>{c()// done\n})();',
    );
  });

  test('leaves a module that stands alone as it is', () => {
    const html = page(` '${hash('a()')}'`, '', modules('a()').join(''));
    expect(exact(html)).toBe(html);
  });

  test('leaves a page without a policy as it is', () => {
    expect(exact(body)).toBe(body);
  });

  test('knows scripts and styles with other letters than those of ASCII', () => {
    const letters = '<style>p::before{content:"→ é 会"}</style><p>Ελένη 🎉</p>';
    const html = page('', ` '${hash('p::before{content:"→ é 会"}')}'`, letters);
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
