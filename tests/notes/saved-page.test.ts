import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { noteToShare } from '../../src/notes/saved-page.ts';

const saved = readFileSync(
  path.join(import.meta.dirname, '../fixtures/notes/page-saved-from-an-editor/2021-11-09.md'),
);

test('of a page saved from an editor, the note in it is shared and not the editor', () => {
  expect(saved.toString()).toContain('<!DOCTYPE');
  const shared = noteToShare(saved).toString();
  expect(shared).toMatch(/^# /);
  expect(shared).not.toMatch(/DOCTYPE|&lt;|<div/);
});

test.each([
  ['a note', Buffer.from('# Notes 2020-01-01\n\nWe use `<html>` here.\n')],
  ['a note that begins with bytes of no text', Buffer.from([0xff, 0xfe, 0x3c, 0x00])],
  ['a page that holds no note', Buffer.from('<!doctype html><title>x</title>')],
])('%s is shared byte for byte', (_, bytes) => {
  expect(noteToShare(bytes)).toBe(bytes);
});
