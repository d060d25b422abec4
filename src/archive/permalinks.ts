import { z } from 'zod';

import type { Archive } from './archive.ts';
import { type Fingerprint, fingerprint, fingerprintPattern } from './fingerprint.ts';
import type { Block, Meeting, MeetingId, Outcome, Section, SectionId } from './meeting.ts';
import { byCodeUnit } from './order.ts';
import { decodePercent } from './percent-encoding.ts';
import { mapTags } from './printed.ts';
import { referenceKey } from './reference.ts';
import { topicPage, repositoryPage, referencePage } from './paths.ts';

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
  meetings: z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*$/), meetingRecordSchema),
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

/** A heading of a note as it is today: its anchor as GitHub makes it, and the print of its text. */
export interface Place {
  slug: string;
  heading: string;
  line: number;
  print: Fingerprint;
}

const textOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

/** The sections of a meeting as places; one without text of its own is known by what stands under it. */
export function placesOf(meeting: Meeting): Place[] {
  const children = Map.groupBy(meeting.sections, ({ parent }) => parent);
  const headings = new Map(meeting.sections.map(({ id, heading }) => [id, heading]));
  const below = (section: Section): string =>
    (children.get(section.id) ?? [])
      .map((child) => `${child.heading}\n${textOf(child.blocks)}\n${below(child)}`)
      .join('\n');
  return meeting.sections.map((section) => ({
    slug: section.id,
    heading: section.heading,
    line: section.line,
    print: fingerprint(
      textOf(section.blocks).trim() || below(section),
      section.parent === undefined ? '' : headings.get(section.parent),
    ),
  }));
}

/** The print of a whole note. */
export function meetingPrint(meeting: Meeting): Fingerprint {
  const parts = meeting.sections.map(({ heading, blocks }) => `${heading}\n${textOf(blocks)}`);
  return fingerprint([textOf(meeting.opening), ...parts].join('\n'));
}

/** The anchors of a note as GitHub makes them: that of its own heading, then those of its sections. */
export function slugsOf({ heading, sections }: Meeting): string[] {
  return [...(heading ? [heading.id] : []), ...sections.map(({ id }) => id)];
}

/** What a section is called in public: its id, and further ids under which it was published. */
export interface PublicName {
  slug: string;
  id: string;
  aliases: string[];
}

/**
 * The public ids of a note's headings. A published id stays with its text: where the note now uses
 * it for another heading, that heading gets a free one.
 */
export function publicNames(slugs: readonly string[], record: MeetingRecord | undefined) {
  const moved = record?.moved ?? new Map<string, string>();
  const taken = new Set([...slugs, ...(record?.anchors.keys() ?? []), ...moved.keys()]);
  const published = Map.groupBy(
    [...moved].filter(([id, slug]) => id !== slug).sort(([a], [b]) => byCodeUnit(a, b)),
    ([, slug]) => slug,
  );
  const isAway = (slug: string): boolean => (moved.get(slug) ?? slug) !== slug;
  return slugs.map((slug): PublicName => {
    const ids = (published.get(slug) ?? []).map(([id]) => id);
    if (!isAway(slug)) return { slug, id: slug, aliases: ids };
    const [first, ...rest] = ids;
    if (first !== undefined) return { slug, id: first, aliases: rest };
    let count = 1;
    while (taken.has(`${slug}-${count}`)) count += 1;
    taken.add(`${slug}-${count}`);
    return { slug, id: `${slug}-${count}`, aliases: [] };
  });
}

/**
 * The published ids of a record that stand in another meeting now, in their order. What leads to the
 * top of a page leads to that of the meeting that took the place of this one, if one did.
 */
export function departedIn(
  { moved }: MeetingRecord,
  instead?: MeetingId,
): NonNullable<Meeting['departed']> {
  return [...moved]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([id, to]) => {
      if (to === '' && instead !== undefined) return [{ id, meeting: instead, anchor: '' }];
      return to.includes('#') ? [{ id, ...partsOfTarget(to) }] : [];
    });
}

/** Gives a meeting's sections their public ids and aliases. */
export function settleAnchors(meeting: Meeting, record: MeetingRecord | undefined): Meeting {
  if (record === undefined || record.moved.size === 0) return meeting;
  const names = new Map(publicNames(slugsOf(meeting), record).map((name) => [name.slug, name]));
  const nameOf = (slug: string): SectionId => (names.get(slug)?.id ?? slug) as unknown as SectionId;
  // A note's links into itself were written for the anchors that its headings have today.
  const renamed = [...names.values()].filter(({ slug, id }) => slug !== id);
  const relink = (html: string): string =>
    renamed.length === 0
      ? html
      : mapTags(html, (tag) =>
          tag.replace(/ href="#([^"]*)"/, (whole, anchor: string) => {
            const name = renamed.find(({ slug }) => slug === decodePercent(anchor));
            return name === undefined ? whole : ` href="#${encodeURIComponent(name.id)}"`;
          }),
        );
  const relinked = (blocks: Block[]): Block[] =>
    blocks.map((block) => ({ ...block, html: relink(block.html) }));
  const resettle = (outcomes: Outcome[]): Outcome[] =>
    outcomes.map((outcome) => ({
      ...outcome,
      ...(outcome.section !== undefined && { section: nameOf(outcome.section) }),
      html: relink(outcome.html),
    }));
  const away = [...record.moved].sort(([a], [b]) => byCodeUnit(a, b));
  const heading = meeting.heading && names.get(meeting.heading.id);
  const top = [
    ...(heading?.aliases ?? []),
    ...away.filter(([, to]) => to === '').map(([id]) => id),
  ].sort(byCodeUnit);
  const departed = departedIn(record);
  return {
    ...meeting,
    ...(meeting.heading && {
      heading: { ...meeting.heading, id: nameOf(meeting.heading.id) },
    }),
    ...(top.length > 0 && { aliases: top }),
    ...(departed.length > 0 && { departed }),
    opening: relinked(meeting.opening),
    sections: meeting.sections.map((section) => {
      const { id, aliases } = names.get(section.id)!;
      return {
        ...section,
        id: id as unknown as SectionId,
        ...(section.parent !== undefined && { parent: nameOf(section.parent) }),
        ...(aliases.length > 0 && { aliases }),
        html: relink(section.html),
        blocks: relinked(section.blocks),
      };
    }),
    mentions: meeting.mentions.map((mention) => ({
      ...mention,
      ...(mention.section !== undefined && { section: nameOf(mention.section) }),
      excerpt: relink(mention.excerpt),
    })),
    ...(meeting.decisions && { decisions: resettle(meeting.decisions) }),
    ...(meeting.actions && { actions: resettle(meeting.actions) }),
    ...(meeting.boxes && { boxes: resettle(meeting.boxes) }),
  };
}

/** Paths of pages that every archive has. */
const fixedPages = ['about/data', 'meetings', 'references', 'search', 'topics'];

/** The paths of all pages but those of meetings, sorted; without slashes at their ends. */
export function pagesOf(
  archive: Pick<Archive, 'meetings' | 'references' | 'repositories' | 'topics'>,
): string[] {
  const outcomes = (['actions', 'decisions'] as const).filter((kind) =>
    archive.meetings.some((meeting) => (meeting[kind] ?? []).length > 0),
  );
  return [
    ...fixedPages,
    ...outcomes,
    ...archive.topics.map(({ topic }) => topicPage(topic.slug)),
    ...archive.repositories.map(({ owner, repo }) => repositoryPage(owner, repo)),
    ...archive.references.flatMap(({ hasPage, reference, kind }) =>
      hasPage ? [referencePage(reference, kind)] : [],
    ),
  ].sort(byCodeUnit);
}

/** Both paths that the page of a reference answers at, by the path of one of them. */
export function otherKind(path: string): string | undefined {
  const match = /^([^/]+\/[^/]+)\/(pull|issues)\/(\d+)$/.exec(path);
  return match === null
    ? undefined
    : `${match[1]}/${match[2] === 'pull' ? 'issues' : 'pull'}/${match[3]}`;
}

/** The reference that a path is the page of, as a key that ignores kind and case. */
export function referenceOfPath(path: string): string | undefined {
  const match = /^([^/]+)\/([^/]+)\/(?:pull|issues)\/(\d+)$/.exec(path);
  return match === null
    ? undefined
    : referenceKey({ owner: match[1]!, repo: match[2]!, number: Number(match[3]) });
}

/** The meeting and the anchor that a target of the record (ID#ANCHOR) names. */
export function partsOfTarget(target: string): { meeting: MeetingId; anchor: string } {
  const at = target.indexOf('#');
  const meeting = target.slice(0, at) as unknown as MeetingId;
  return { meeting, anchor: target.slice(at + 1) };
}
