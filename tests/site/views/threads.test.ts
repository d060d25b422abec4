import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';

const sites = inject('sites');
const page = (site: keyof typeof sites, address: string): string =>
  readFileSync(path.join(sites[site], address, 'index.html'), 'utf8');
const plain = (html: string): string =>
  html
    .replace(/<style>[^]*?<\/style>|<script[^]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');

describe('the page of a reference', () => {
  const html = page('below', 'osquery/osquery/pull/6150');

  test('says what it is, when it was discussed, and what was said', () => {
    const text = plain(html);
    expect(html).toMatch(/<h1[^>]*>Pull request #6150<\/h1>/);
    expect(text).toContain('Discussed on 7 Jan 2020');
    expect(html).toMatch(/<mark><a [^>]*class="reference pull"[^>]*>#6150<\/a><\/mark>/);
    expect(text).toContain('implement a whitelist for tables');
  });

  test('links the very section, below the base path', () => {
    expect(html).toContain('href="/foundation/meetings/2020-01-07/#implement-enable-tables-flag"');
    expect(html).toContain('href="https://github.com/osquery/osquery/pull/6150"');
  });

  test('holds a comment with absolute addresses', () => {
    const comment = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1];
    expect(comment).toContain(
      'https://example.org/foundation/meetings/2020-01-07/#implement-enable-tables-flag',
    );
  });

  test('is reached from the path of the other kind', () => {
    const other = page('below', 'osquery/osquery/issues/6150');
    expect(other).toContain('content="0; url=/foundation/osquery/osquery/pull/6150/"');
    expect(other).toContain('<a href="/foundation/osquery/osquery/pull/6150/">');
    expect(other).toContain(
      'rel="canonical" href="https://example.org/foundation/osquery/osquery/pull/6150/"',
    );
    expect(other).toContain('name="robots" content="noindex"');
    expect(other.length).toBeLessThan(1500);
  });

  test('with several meetings has a time line, told in words, and the gaps between', () => {
    const twice = page('fixture', 'example/project/pull/12');
    expect(twice).toMatch(/aria-label="Discussed on 10 Jan 2023, 4 weeks later on 7 Feb 2023\."/);
    expect(plain(twice)).toContain('First discussed on 10 Jan 2023 last on 7 Feb 2023');
    expect(plain(twice)).toMatch(/4 weeks later 7 Feb 2023/);
    expect(twice.match(/<circle [^>]*r="6.5"/g)).toHaveLength(2);
    expect(html).not.toContain('<figure');
  });
});

describe('the list of references', () => {
  test('leads to each repository, which leads to each of its references', () => {
    expect(page('below', 'references')).toContain('href="/foundation/osquery/osquery/"');
    const repository = page('below', 'osquery/osquery');
    for (const number of [5831, 5882, 6150, 7310]) {
      expect(repository).toMatch(
        new RegExp(`href="/foundation/osquery/osquery/(pull|issues)/${number}/"`),
      );
    }
  });
});

describe('the page of a topic', () => {
  const html = page('below', 'topics/bpf');

  test('says what else it is called, not its own name again in small letters', () => {
    expect(plain(html)).toContain('In the notes also called: eBPF, ');
    expect(plain(page('below', 'topics/freebsd'))).not.toContain('also called');
  });

  test('offers its feed before the sections, of which there may be hundreds', () => {
    const feed = html.indexOf('>Feed of this topic</a>');
    expect(feed).toBeGreaterThan(0);
    expect(feed).toBeLessThan(html.indexOf('<h2'));
  });

  test('has a definition, a chart in words, and its sections by year', () => {
    expect(plain(html)).toContain('lets a program load small, verified pieces of code');
    expect(html).toMatch(
      /<svg[^>]*role="img"[^>]*aria-label="\d+ sections about BPF: 1 in 2020 Q1/,
    );
    expect(html.indexOf('site.2021')).toBeLessThan(html.indexOf('site.2020'));
    expect(html).toContain(
      'href="/foundation/meetings/2020-01-07/#thoughts-on-current-bpf-implementation"',
    );
  });

  test('is in the index if a section is about it, and only then', () => {
    const index = page('below', 'topics');
    expect(index).toContain('href="/foundation/topics/bpf/"');
    expect(index).not.toContain('href="/foundation/topics/apple-silicon/"');
  });

  test('stands at its address from the start, but out of search engines', () => {
    const silent = page('below', 'topics/apple-silicon');
    expect(plain(silent)).toContain('No section is about it yet.');
    expect(silent).toContain('name="robots" content="noindex"');
    expect(html).not.toContain('noindex');
  });
});

test('a section leads to where its subject was met before and after', () => {
  const html = page('below', 'meetings/2019-10-29');
  const line = /<div class="thread meta">[^]*?<\/div>/.exec(html)?.[0] ?? '';
  expect(plain(line)).toMatch(/Earlier: \d+ \w+ 2019, /);
  expect(line).toContain('href="/foundation/meetings/');
});

test('a meeting leads to its note, as it was written', () => {
  const html = page('below', 'meetings/2019-10-29');
  expect(html).toMatch(
    /Source: <a href="\/foundation\/meetings\/2019-10-29\.md">2019-10-29\.md<\/a>/,
  );
});
