import { z } from 'zod';

import { type MeetingId, meetingIdSchema } from '../meeting.ts';
import { type Fingerprint, fingerprintPattern } from '../text/fingerprint.ts';
import { byCodeUnit } from '../text/order.ts';

/** In place of a print: the anchor is that of the meeting's own heading, the top of the page. */
export const titleMark = 'title';

const printSchema = z.custom<Fingerprint>(
  (value) => typeof value === 'string' && fingerprintPattern.test(value),
  'not a print of a text',
);

const meetingRecordSchema = z.strictObject({
  text: printSchema.describe('Print of the whole note, by which a renamed one is known again'),
  anchors: z
    .record(z.string(), z.union([z.literal(titleMark), printSchema]))
    .describe('Every anchor ever published, with the print of the text it stands over'),
  moved: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Where an anchor stands now, if not at the heading of that name: an anchor of the note as ' +
        'GitHub makes it, `` (the top of the page), or ID#ANCHOR in another meeting, by its public name',
    ),
});

/** `content/permalinks.json`. */
export const permalinksSchema = z.strictObject({
  version: z.literal(1),
  meetings: z.record(meetingIdSchema, meetingRecordSchema),
  pages: z
    .array(z.string().regex(/^[^/\s]+(?:\/[^/\s]+)*$/, 'write a path without slashes at its ends'))
    .describe('Paths of all other pages'),
  moved: z
    .record(z.string(), z.string())
    .default({})
    .describe('Path of a page that is no more to the path that took its place'),
});

/** What is on record of one meeting. */
export interface MeetingRecord {
  text: Fingerprint;
  anchors: Map<string, Fingerprint | typeof titleMark>;
  moved: Map<string, string>;
}

/** Every path and anchor ever published. Paths are written without slashes at their ends. */
export interface Permalinks {
  meetings: Map<MeetingId, MeetingRecord>;
  pages: Set<string>;
  moved: Map<string, string>;
}

/** Nothing published yet. */
export function noPermalinks(): Permalinks {
  return { meetings: new Map(), pages: new Set(), moved: new Map() };
}

/** The record from the value of its schema. */
export function readPermalinks(value: z.infer<typeof permalinksSchema>): Permalinks {
  return {
    meetings: new Map(
      Object.entries(value.meetings).map(([id, { text, anchors, moved }]) => [
        id as unknown as MeetingId,
        { text, anchors: new Map(Object.entries(anchors)), moved: new Map(Object.entries(moved)) },
      ]),
    ),
    pages: new Set(value.pages),
    moved: new Map(Object.entries(value.moved)),
  };
}

const sorted = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].sort(([a], [b]) => byCodeUnit(a, b));

function printObject(entries: [string, string][], indent: string): string {
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, value]) => `${indent}  ${JSON.stringify(key)}: ${value}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/**
 * The record as text: one line an anchor and a path, sorted by code unit, so that a diff shows what
 * is new and what moved. (`JSON.stringify` would put keys that are numbers first.)
 */
export function printPermalinks({ meetings, pages, moved }: Permalinks): string {
  const texts = (map: ReadonlyMap<string, string>, indent: string): string =>
    printObject(
      sorted(map).map(([key, value]) => [key, JSON.stringify(value)]),
      indent,
    );
  const list = [...pages].sort(byCodeUnit).map((page) => `    ${JSON.stringify(page)}`);
  const body: [string, string][] = [
    ['version', '1'],
    [
      'meetings',
      printObject(
        sorted(meetings).map(([id, record]): [string, string] => [
          id,
          printObject(
            [
              ['text', JSON.stringify(record.text)],
              ['anchors', texts(record.anchors, '      ')],
              ...(record.moved.size === 0
                ? []
                : [['moved', texts(record.moved, '      ')] as [string, string]]),
            ],
            '    ',
          ),
        ]),
        '  ',
      ),
    ],
    ['pages', list.length === 0 ? '[]' : `[\n${list.join(',\n')}\n  ]`],
    ...(moved.size === 0 ? [] : [['moved', texts(moved, '  ')] as [string, string]]),
  ];
  return `${printObject(body, '')}\n`;
}

/** The meeting and the anchor that a target of the record (ID#ANCHOR) names. */
export function partsOfTarget(target: string): { meeting: MeetingId; anchor: string } {
  const at = target.indexOf('#');
  const meeting = target.slice(0, at) as unknown as MeetingId;
  return { meeting, anchor: target.slice(at + 1) };
}

/** A record to be changed while the other is kept. */
export const copyOf = ({ meetings, pages, moved }: Permalinks): Permalinks => ({
  meetings: new Map(
    [...meetings].map(([id, record]) => [
      id,
      {
        text: record.text,
        anchors: new Map(record.anchors),
        moved: new Map(record.moved),
      },
    ]),
  ),
  pages: new Set(pages),
  moved: new Map(moved),
});
