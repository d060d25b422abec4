import { expect, test } from 'vitest';
import { searchFiles } from '../../../src/archive/search/search-files.ts';
import { packReferences } from '../../../src/archive/search/search-lookup.ts';
import { cutVocabulary } from '../../../src/archive/search/search-vocabulary.ts';
import { lookupLoader } from '../../../src/search/lookup-parts.ts';
import { readLookup } from '../../../src/search/lookup.ts';
import { readVocabulary } from '../../../src/search/spelling.ts';
import { madeWord } from '../../bench/corpus.ts';
import { packed } from '../../search/lookup-fixture.ts';
import { archiveOf } from '../archive-of.ts';

test('a large vocabulary is cut at first letters, and each part reads for itself', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => madeWord(index)).sort();
  const { starts, parts } = cutVocabulary(new Map(words.map((word) => [word, 3])));
  expect(parts.length).toBeGreaterThan(3);
  expect(starts).toEqual([...starts].sort());
  const read = parts.flatMap((part) => [...readVocabulary(part).keys()]);
  expect(read).toEqual(words.filter((word) => word.length >= 3));
  for (const [index, part] of parts.entries()) {
    const letters = [...readVocabulary(part).keys()].map((word) => word.charAt(0));
    expect(letters[0]).toBe(starts[index]);
    expect(letters.every((letter) => letter < (starts[index + 1] ?? '\uffff'))).toBe(true);
  }
});

test('a small vocabulary is one part', () => {
  expect(cutVocabulary(new Map([['build', 1]])).starts).toEqual(['b']);
  expect(cutVocabulary(new Map())).toEqual({ starts: [], parts: [] });
});

test.for([
  ['few references', 3],
  ['more references than everybody loads', 2000],
] as const)('repositories with a page are known: %s', ([, count]) => {
  const numbers = Array.from({ length: count }, (_, index) => `#${(index + 1) * 100_000}`);
  const note = `# 2021-01-05\n\n## Pulls\n\nacme/tools#5 and acme/web#7\n\n- ${numbers.join('\n- ')}\n`;
  const settings = { repositories: ['acme/web', 'acme/idle'] };
  const archive = archiveOf({ '2021-01-05.md': note }, { settings });
  const material = { records: [], counts: [], words: new Map<string, number>(), splits: [] };
  const files = searchFiles(archive, material);
  const lookup = readLookup(JSON.parse(files.get('lookup.json')!));
  expect(lookup.references.size).toBe(count > 3 ? 0 : count + 2);
  const listed = archive.repositories.map(({ owner, repo, references }) => {
    return { owner, repo, references: references.length };
  });
  expect(listed).toHaveLength(3);
  expect(lookup.repositories).toHaveLength(3);
  expect(lookup.repositories).toEqual(expect.arrayContaining(listed));
  const spelt = lookup.context.repositories.map(({ owner, repo }) => `${owner}/${repo}`);
  expect(spelt).toContain('acme/idle');
  expect(new Set(spelt).size).toBe(spelt.length);
});

/** A lookup whose parts stand in files, and the names of those that were asked for. */
function parted() {
  const files: Record<string, string> = {
    'references-0.json': JSON.stringify(
      packReferences([{ name: 'osquery/osquery', number: 12, kind: 'issues', meetings: 1 }]),
    ),
    'references-1.json': JSON.stringify(
      packReferences([{ name: 'osquery/osquery', number: 6140, kind: 'pull', meetings: 3 }]),
    ),
    'recordings.json': JSON.stringify({ z3mEHMvepgA: 2 }),
    'topic-packaging.txt': '1,3',
    'topic-code-signing.txt': '0,2',
  };
  const asked: string[] = [];
  const loader = lookupLoader((name) => {
    asked.push(name);
    return Promise.resolve(files[name]!);
  });
  const lookup = readLookup({
    ...packed,
    references: {},
    recordings: {},
    topics: packed.topics.map(([slug, name, aliases]) => [slug, name, aliases, '']),
    apart: { references: [10, 5000], recordings: true, topics: true },
  });
  return { lookup, loader, asked };
}

test.for([
  ['#6140', undefined, ['references-1.json']],
  ['issue 12', undefined, ['references-0.json']],
  ['pull 7', undefined, []],
  ['zzmEHMvepgA', undefined, ['recordings.json']],
  ['our signing keys', undefined, ['topic-code-signing.txt']],
  ['tables', 'packaging', ['topic-packaging.txt']],
  ['tables', undefined, []],
] as const)('for %s only what it may need is loaded', async ([typed, topic, names]) => {
  const { lookup, loader, asked } = parted();
  await loader.completeFor(lookup, typed, topic);
  expect(asked).toEqual([...names]);
});

test('what is loaded is known, and not loaded again', async () => {
  const { lookup, loader, asked } = parted();
  await loader.completeFor(lookup, 'PR 6140', undefined);
  await loader.completeTopics(lookup);
  expect(lookup.references.get('osquery/osquery#6140')).toMatchObject({
    kind: 'pull',
    meetings: 3,
  });
  expect([...lookup.topics[1]!.records]).toEqual([0, 2]);
  expect(loader.completeFor(lookup, '#6140 packaging', 'code-signing')).toBeUndefined();
  expect(asked).toHaveLength(3);
});
