import { expect, test } from 'vitest';

import { tellingSection, trailOf } from '../../../src/archive/passages/trail.ts';
import { archiveOf } from '../archive-of.ts';

const { meetings, routine } = archiveOf(
  {
    '2020-01-01.md':
      '# Call\n\n## Signing\n\n### Notes\n\n#### Conclusion\n\nYes.\n\n## Notes\n\n### Conclusion\n\nNo.\n',
  },
  { settings: { routine: ['Notes', 'Conclusion'] } },
);
const [meeting] = meetings;
const [signing, notes, conclusion, otherNotes, otherConclusion] = meeting!.sections;

test('the headings above a section are those that it stands under, outermost first', () => {
  expect(trailOf(meeting!, conclusion!)).toEqual([signing, notes]);
  expect(trailOf(meeting!, signing!)).toEqual([]);
});

test('the nearest section that tells something is itself, or one above it', () => {
  expect(tellingSection(meeting!, signing!, routine)).toBe(signing);
  expect(tellingSection(meeting!, notes!, routine)).toBe(signing);
  expect(tellingSection(meeting!, conclusion!, routine)).toBe(signing);
});

test('where all headings are habit, none tells something', () => {
  expect(tellingSection(meeting!, otherConclusion!, routine)).toBeUndefined();
  expect(tellingSection(meeting!, otherNotes!, routine)).toBeUndefined();
});
