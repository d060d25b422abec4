import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { hostileNotes } from './hostile-notes.ts';
import { anchorsOf, hostileFolder, htmlOf, readHostileNote } from './read-hostile.ts';
import { findUnsafe, idsIn, wordsIn } from './unsafe-html.ts';

test('every hostile note has its expectation', () => {
  const files = readdirSync(hostileFolder).map((name) => name.replace(/\.md$/, ''));
  expect(files.length).toBeGreaterThanOrEqual(150);
  expect(Object.keys(hostileNotes).sort()).toEqual(files.sort());
});

describe.each(Object.entries(hostileNotes))('%s', (name, expected) => {
  const { meeting, diagnostics } = readHostileNote(name);
  const html = meeting === undefined ? '' : htmlOf(meeting);

  test('puts nothing unsafe on a page', () => {
    expect(meeting).toBeDefined();
    expect(findUnsafe(html)).toEqual([]);
    // A parser for HTML would have parted them.
    expect(html).not.toMatch(/<a(?= )(?:(?!<\/a>).)*<a /s);
    for (const { excerpt } of meeting?.mentions ?? []) expect(findUnsafe(excerpt)).toEqual([]);
    const ids = [...(meeting === undefined ? [] : anchorsOf(meeting)), ...idsIn(html)];
    expect(ids.filter((id, at) => id === '' || ids.indexOf(id) !== at)).toEqual([]);
  });

  test('shows its words, and says what it has to', () => {
    const words = `${meeting?.title ?? ''}\n${wordsIn(html)}`;
    for (const word of expected.shows) expect(words).toContain(word);
    for (const word of expected.gone ?? []) expect(JSON.stringify(meeting)).not.toContain(word);
    expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(expected.says);
    const keys = (meeting?.mentions ?? []).map(
      ({ reference }) => `${reference.owner}/${reference.repo}#${reference.number}`,
    );
    expect([...new Set(keys)]).toEqual(expected.references ?? []);
  });
});
