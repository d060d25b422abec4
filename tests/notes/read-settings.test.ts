import { expect, test } from 'vitest';

import type { Diagnostic } from '../../src/archive/diagnostics/diagnostic.ts';
import { readSettings } from '../../src/notes/read-settings.ts';

const textNeeded = 'write text, in quotes where it would be a number or a date';

test.each([
  ['sentence: Words.', '1:1 The setting "title" is not accepted: it is missing; add it.'],
  ['title:', `1:1 The setting "title" is not accepted: it has no value; ${textNeeded}.`],
  ['title: 42', `1:1 The setting "title" is not accepted: ${textNeeded}.`],
  [
    'title: Minutes\nhome: https://github.com/osquery/osquery',
    '2:1 The setting "home" is not accepted: write it as owner/repository.',
  ],
  [
    'title: Minutes\nroutine: Agenda',
    '2:1 The setting "routine" is not accepted: write a list, with "- " before each value.',
  ],
  [
    'title: Minutes\nrepositories:',
    '2:1 The setting "repositories" is not accepted: it has no value; write a list, with "- " before each value.',
  ],
  [
    'title: Minutes\nshortNames:\n  - foundation',
    '2:1 The setting "shortNames" is not accepted: write keys with values, as in "key: value".',
  ],
  [
    'title: Minutes\nlinks:\n  - https://example.org',
    '3:5 The setting "links.0" is not accepted: write keys with values, as in "key: value".',
  ],
  [
    'title: Minutes\nlinks:\n  - label: Home\n    url: example.org',
    '4:5 The setting "links.0.url" is not accepted: write an http or https address.',
  ],
  [
    'title: Minutes\nlinks:\n  - label: Home\n    url: https://example.org\n  - url: https://example.org',
    '5:5 The setting "links.1.label" is not accepted: it is missing; add it.',
  ],
  [
    'title: Minutes\nplaylist: http://example.org',
    '2:1 The setting "playlist" is not accepted: write an https address.',
  ],
  [
    'title: Minutes\nedit: osquery/osquery',
    '2:1 The setting "edit" is not accepted: write an https address.',
  ],
  [
    '- title: Minutes',
    '1:1 The settings are not accepted: write keys with values, as in "key: value".',
  ],
  ['Minutes', '1:1 The settings are not accepted: write keys with values, as in "key: value".'],
])('%j is refused in plain words', (text, message) => {
  const diagnostics: Diagnostic[] = [];
  readSettings(text, 'archive.yaml', diagnostics);
  expect(diagnostics.map((found) => `${found.line}:${found.column} ${found.message}`)).toEqual([
    message,
  ]);
});

test.each([
  [
    'home: a/b\nhomme: c/d',
    'There is no setting "homme".',
    /^Did you mean "home"\? If not, use one of "cadence", .*"title", or remove the line\.$/,
  ],
  [
    'links:\n  - lable: Home\n    label: Home\n    url: https://example.org',
    'There is no setting "lable" below "links".',
    /^Did you mean "label"\? If not, use one of "label", "url", or remove the line\.$/,
  ],
])('%j has a key that nothing reads', (text, message, fix) => {
  const diagnostics: Diagnostic[] = [];
  readSettings(`title: Minutes\n${text}`, 'archive.yaml', diagnostics);
  expect(diagnostics).toEqual([
    expect.objectContaining({ message, fix: expect.stringMatching(fix) }),
  ]);
});

test.each([
  ['title: Minutes: the team', '1:8 a value that has ": " in it needs quotes around it'],
  [
    'title: Minutes\n  home: a/b',
    '1:8 the line below is indented, as if it belonged to this value',
  ],
  ['title: @minutes', '1:8 a value that begins with this sign needs quotes around it'],
  ['title: Minutes\ntitle: Notes', '2:1 the key stands there twice'],
  ['title:Minutes\nhome: a/b', '1:1 a key needs a colon and a space behind it'],
  ['title: [Minutes\nhome: a/b\n', '1:8 [ is opened here and not closed'],
  ['title: Minutes\nlinks: {label: x\nhome: a/b\n', '2:8 { is opened here and not closed'],
  ['title: Minutes\nhome: "a/b\nsentence: x\n', '2:7 " is opened here and not closed'],
  ["title: Minutes\nhome: 'a/b", "2:7 ' is opened here and not closed"],
  ['title: [Minutes, "of]\nhome: a/b\n', '1:18 " is opened here and not closed'],
  ['links:\n\t- x', '2:1 a tab stands where spaces are to be'],
])('%j is no YAML', (text, expected) => {
  const diagnostics: Diagnostic[] = [];
  readSettings(text, 'archive.yaml', diagnostics);
  const [found] = diagnostics;
  const reason = found?.message.replace('The file is not valid YAML: ', '').replace(/\.$/, '');
  expect(`${found?.line}:${found?.column} ${reason}`).toBe(expected);
});
