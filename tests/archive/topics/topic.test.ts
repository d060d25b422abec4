import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { topicConflicts } from '../../../src/archive/topics/topic-conflicts.ts';
import { judgeTopics } from '../../../src/archive/topics/topic-judgement.ts';
import { compileTopics, findTopics, namesOf } from '../../../src/archive/topics/topic-matcher.ts';
import { topicSchema, topicSlugSchema } from '../../../src/archive/topics/topic.ts';
import type { Topic } from '../../../src/archive/topics/topic.ts';
import { officeHours } from '../../office-hours.ts';

function topic(slug: string, aliases: string[], exceptions: string[] = []): Topic {
  const [name = slug, ...others] = aliases;
  return {
    slug: topicSlugSchema.parse(slug),
    name,
    aliases: others,
    exceptions,
    summary: 'One sentence.',
    definition: '',
    file: `topics/${slug}.md`,
  };
}

/** What `findTopics` finds with one topic, as the text that matched; `namesOf` must agree. */
function matched(aliases: string[], text: string, exceptions: string[] = []): string[] {
  const one = topic('it', aliases, exceptions);
  const found = findTopics(text, compileTopics([one]));
  expect(namesOf(one).standIn(text)).toBe(found.length > 0);
  if (found.length > 0) expect(namesOf(one).mayStandIn(text)).toBe(true);
  return found.map(({ start, end }) => text.slice(start, end));
}

describe('an alias', () => {
  test.each([
    ['packaging', 'We talk about packaging.', 'packaging'],
    ['packaging', 'Packaging: next steps', 'Packaging'],
    ['packaging', 'CPack/packaging is done', 'packaging'],
    ['packaging', 'the “packaging” (again)', 'packaging'],
    ['code signing', 'code signing', 'code signing'],
    ['code signing', 'Code-Signing keys', 'Code-Signing'],
    ['code signing', 'Codesigning has been around', 'Codesigning'],
    ['code signing', 'the code\nsigning step', 'code\nsigning'],
    ['code signing', 'the code\r\n  signing step', 'code\r\n  signing'],
    [
      'code signing',
      'code\u00a0signing and code\u2011signings',
      'code\u00a0signing',
      'code\u2011signings',
    ],
    ['code-signing', 'code signing', 'code signing'],
    ['file integrity monitoring', 'file-integrity monitoring', 'file-integrity monitoring'],
    [
      'Endpoint Security',
      'EndpointSecurity and endpoint security',
      'EndpointSecurity',
      'endpoint security',
    ],
    ['third-party library', 'third party libraries', 'third party libraries'],
    ['aarch 64', 'aarch64, aarch 64', 'aarch64', 'aarch 64'],
    ['certificate', 'Certificates expire', 'Certificates'],
    ['certificates', 'one certificate', 'certificate'],
    ['library', 'libraries', 'libraries'],
    ['libraries', 'a library', 'library'],
    ['release', 'releases', 'releases'],
    ['releases', 'a release', 'release'],
    ['patch', 'patches', 'patches'],
    ['patches', 'a patch', 'patch'],
    ['process', 'processes', 'processes'],
    ['processes', 'one process', 'process'],
    ['boxes', 'one box', 'box'],
    ['waltzes', 'one waltz', 'waltz'],
    ['hashes', 'one hash', 'hash'],
    ['caches', 'one cache', 'cache'],
    ['box', 'two boxes', 'boxes'],
    ['hash', 'two hashes', 'hashes'],
    ['status', 'all statuses', 'statuses'],
    ['key', 'two keys', 'keys'],
    ['query pack', 'query packs', 'query packs'],
    ['CLI_FLAG', 'marked `CLI_FLAG`,', 'CLI_FLAG'],
    ['4.1.0', 'osquery 4.1.0.', '4.1.0'],
    ['code signing', 'code-\nsigning', 'code-\nsigning'],
    ['disable_tables', 'with --disable_tables=x', 'disable_tables'],
    ['CI', 'CI, the CIs and CI/CD', 'CI', 'CIs', 'CI'],
    ['CI/CD', 'CI/CD or CI-CD', 'CI/CD', 'CI-CD'],
    ['CLA', 'two CLAs', 'CLAs'],
    ['bpf', 'BPF, bpf and Bpf', 'BPF', 'bpf', 'Bpf'],
    ['YARA', 'Yara and yara', 'Yara', 'yara'],
    ['C++', 'in C++.', 'C++'],
    ['Node.js', 'Node.js, Node js, nodejs', 'Node.js', 'Node js', 'nodejs'],
    ['macOS 11', 'on macOS 11', 'macOS 11'],
    ['Überprüfung', 'die überprüfung', 'überprüfung'],
    ['packaging', 'see (https://example.org/a) for packaging', 'packaging'],
    ['CoC', 'ask @joe about CoC@home', 'CoC'],
    ['fleet', 'npm i fleet@1.0.0 and fleet@v1.2', 'fleet', 'fleet'],
    ['議題', '日本語の議題', '議題'],
    ['打包问题', '我们讨论了打包问题，下周发布。', '打包问题'],
    ['CI', 'CIが遅い', 'CI'],
  ])('%s is found in %j', (alias, text, ...expected) => {
    expect(matched([alias], text)).toEqual(expected);
  });

  test.each([
    ['packaging', 'repackaging and packagings2'],
    ['extension', 'chrome_extension_content_scripts'],
    ['extension', 'chrome_extensions'],
    ['key', 'two keies'],
    ['class', 'one clas'],
    ['status', 'one statu'],
    ['CLI_FLAG', 'CLI_FLAGS_ALL and MY_CLI_FLAG'],
    ['disable_tables', 'disable tables'],
    ['code signing', 'code, signing'],
    ['code signing', 'code.\n\nsigning'],
    ['code signing', 'signing code'],
    ['code signing', 'code – signing'],
    ['code signing', 'decode signing'],
    ['CI', 'ci, Ci, CII and cis'],
    ['LF', 'Git LFS'],
    ['4.1.0', 'PR 410, 4 1 0 and 14.1.0'],
    ['TLS', 'tls_certs and tls'],
    ['ES', 'es ist so'],
    ['C++', 'C and C#'],
    ['process', 'proces'],
    ['status', 'statu'],
    ['library', 'librarys'],
    ['packaging', 'https://github.com/osquery/osquery-packaging/issues/17'],
    ['日本', '日本語の議題'],
    ['CoC', 'write to coc-reports@lists.example.org or CoC@example.org'],
    ['packaging', '<http://a.b/packaging> ftp://x/packaging'],
    ['packaging', 'github.com/osquery/packaging'],
    ['packaging', 'HTTPS://EXAMPLE.ORG/PACKAGING'],
    ['Überprüfung', 'Überprüfungen2'],
  ])('%s is not found in %j', (alias, text) => {
    expect(matched([alias], text)).toEqual([]);
  });

  test('has UTF-16 offsets', () => {
    const matcher = compileTopics([topic('bpf', ['BPF'])]);
    expect(findTopics('🎉 İ BPF', matcher)).toEqual([{ topic: 'bpf', start: 5, end: 8 }]);
  });

  test('that is long needs no more than its own words', () => {
    const long = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
    expect(matched([long], `x ${long} y`)).toEqual([long]);
  });
});

describe('overlapping aliases', () => {
  const topics = [
    topic('packaging', ['packaging', 'package']),
    topic('msi', ['MSI', 'MSI packaging']),
    topic('events', ['event', 'windows event']),
    topic('event-log', ['event log entry']),
  ];
  const found = (text: string, order = topics) =>
    findTopics(text, compileTopics(order)).map(
      (use) => `${use.topic}: ${text.slice(use.start, use.end)}`,
    );

  test.each([
    ['the MSI packaging', ['msi: MSI packaging']],
    ['the MSI and its packaging', ['msi: MSI', 'packaging: packaging']],
    ['a windows event log entry', ['event-log: event log entry']],
    ['a windows event loop', ['events: windows event']],
    ['events, packages', ['events: events', 'packaging: packages']],
  ])('in %j leave the longest', (text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(found(text, topics.toReversed())).toEqual(expected);
  });
});

describe('an exception', () => {
  test.each([
    ['the browser extension', []],
    ['browser-extensions', []],
    ['a browser with an extension', ['extension']],
    ['browser extensions and extensions', ['extensions']],
  ])('in %j silences the alias within', (text, expected) => {
    expect(matched(['extension'], text, ['browser extension'])).toEqual(expected);
  });

  test('is silent about other topics', () => {
    const matcher = compileTopics([
      topic('extensions', ['extension'], ['browser extension']),
      topic('browsers', ['browser']),
    ]);
    expect(findTopics('browser extension', matcher)).toEqual([
      { topic: 'browsers', start: 0, end: 7 },
    ]);
  });

  test('yields to a longer alias of its own topic', () => {
    expect(
      matched(['extension', 'system extension kit'], 'the system extension kit', [
        'system extension',
      ]),
    ).toEqual(['system extension kit']);
  });
});

describe('a section', () => {
  const matcher = compileTopics([
    topic('packaging', ['packaging', 'package']),
    topic('ci', ['CI']),
    topic('bpf', ['bpf']),
  ]);
  const filler = (words: number) => 'word '.repeat(words);
  const judge = (heading: string, text: string, routine = false) =>
    judgeTopics({ heading, text, routine }, matcher).map(
      ({ topic: slug, about, uses }) => `${about ? 'about' : 'mentions'} ${slug} ${String(uses)}`,
    );

  test('that an item of its agenda names, though its heading is routine', () => {
    const section = { heading: 'acme/app', text: 'More bpf\nCI is slow #5', routine: true };
    const judged = judgeTopics({ ...section, agenda: ['CI is slow'] }, matcher);
    expect(judged.map(({ topic: slug, about, uses }) => [slug, about, uses])).toEqual([
      ['bpf', false, 1],
      ['ci', true, 1],
    ]);
  });

  test.each([
    ['its heading', 'Packaging in CI', '', false, ['about ci 1', 'about packaging 1']],
    ['dense use', 'Status', `${filler(20)} bpf and bpf`, false, ['about bpf 2']],
    ['repeated use', 'Status', `bpf, bpf, bpf ${filler(150)}`, false, ['about bpf 3']],
    ['one use', 'Status', 'bpf', false, ['mentions bpf 1']],
    ['thin use of two', 'Status', `bpf and bpf ${filler(80)}`, false, ['mentions bpf 2']],
    ['thin use of three', 'Status', `bpf, bpf, bpf ${filler(250)}`, false, ['mentions bpf 3']],
    ['a routine heading', 'Look at CI', 'bpf, bpf, bpf', true, ['mentions bpf 3']],
    ['nothing', 'Look at CIA', 'https://example.org/bpf', false, []],
  ])('with %s', (_, heading, text, routine, expected) => {
    expect(judge(heading, text, routine)).toEqual(expected);
  });
});

describe('topicConflicts', () => {
  test.each([
    ['the same alias', ['build'], ['make', 'build'], ['build']],
    ['another spelling', ['code signing'], ['codesigning'], ['code signing']],
    ['another number', ['library'], ['libraries'], ['library']],
    ['another case', ['CI'], ['ci'], ['CI']],
    ['a longer alias', ['event'], ['event log'], []],
    ['the same alias twice in one topic', ['event', 'events'], ['log'], []],
  ])('with %s', (_, first, second, expected) => {
    expect(topicConflicts([topic('b', second), topic('a', first)])).toEqual(
      expected.map((alias) => ({ alias, topics: ['a', 'b'] })),
    );
  });
});

describe('topicSchema', () => {
  test('fills in what may be left out', () => {
    expect(topicSchema.parse({ name: ' CI ', summary: 'Builds every change.' })).toEqual({
      name: 'CI',
      aliases: [],
      exceptions: [],
      summary: 'Builds every change.',
    });
  });

  test.each(['梱包の説明。', 'هل توقع الحزم؟'])(
    'takes a sentence of another script: %s',
    (summary) => {
      expect(topicSchema.parse({ name: 'CI', summary }).summary).toBe(summary);
    },
  );

  test.each([
    [{ summary: 'A.' }, 'name', 'is missing; add it'],
    [{ name: 2020, summary: 'A.' }, 'name', 'must be text'],
    [{ name: '…', summary: 'A.' }, 'name', 'no letter or digit'],
    [{ name: 'A' }, 'summary', 'is missing; add it'],
    [{ name: 'A', summary: 'No full stop' }, 'summary', 'end it with a full stop'],
    [{ name: 'A', summary: 'Two\nlines.' }, 'summary', 'one line'],
    [{ name: 'A', summary: `${'long '.repeat(50)}.` }, 'summary', '200 characters'],
    [{ name: 'A', summary: 'A.', aliases: 'a' }, 'aliases', 'must be a list'],
    [{ name: 'A', summary: 'A.', aliases: ['a', ''] }, 'aliases.1', 'is empty'],
    [{ name: 'A', summary: 'A.', exceptions: [1] }, 'exceptions.0', 'must be text'],
    [
      { name: 'A b', summary: 'A.', exceptions: ['c'] },
      'exceptions.0',
      '`c` is not a longer phrase',
    ],
    [{ name: 'A b', summary: 'A.', exceptions: ['a-b'] }, 'exceptions.0', 'is not a longer phrase'],
    [{ name: 'A', summary: 'A.', alias: ['a'] }, '', 'no key `alias`; it takes `name`, `aliases`'],
  ])('says of %j what to change', (value, path, message) => {
    const issues = topicSchema.safeParse(value).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
    expect(issues.map((issue) => issue.message).join('\n')).toContain(message);
  });

  test('takes an exception around an alias', () => {
    const value = { name: 'A', aliases: ['bee'], summary: 'A.', exceptions: ['a c', 'd bees'] };
    expect(topicSchema.safeParse(value).error?.issues.map(({ path }) => path)).toEqual([
      ['exceptions', 0],
    ]);
  });

  test.each([
    ['code-signing', true],
    ['arm64', true],
    ['Code-Signing', false],
    ['code_signing', false],
    ['-code', false],
    ['', false],
  ])('takes %j as a slug: %s', (slug, accepted) => {
    expect(topicSlugSchema.safeParse(slug).success).toBe(accepted);
  });
});

describe('the topics of the office hours', () => {
  const folder = join(officeHours, 'topics');
  const files = readdirSync(folder).toSorted();
  const topics = files.map((file): Topic => {
    const [, frontMatter = '', definition = ''] =
      /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    return {
      ...topicSchema.parse(parse(frontMatter)),
      slug: topicSlugSchema.parse(file.replace(/\.md$/, '')),
      definition: definition.trim(),
      file,
    };
  });

  test.each(topics)('$slug has a definition of two to five sentences', ({ definition }) => {
    const sentences = definition.match(/[.!?](?=\s|$)/g) ?? [];
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(6);
  });

  test('claim no alias twice', () => {
    expect(topicConflicts(topics)).toEqual([]);
  });
});
