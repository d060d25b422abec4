import { z } from 'zod';

import type { Addresses } from './addresses.ts';
import { type Archive, discussedTopics } from './archive.ts';
import { decodeEntities } from './entity.ts';
import type { Block } from './meeting.ts';
import { byCodeUnit } from './order.ts';
import type { Discussion } from './passage.ts';
import { recordingUrl } from './recording.ts';
import type { ReferenceThread } from './reference-thread.ts';
import { referenceUrl } from './reference.ts';
import { subjectsOf } from './subject.ts';
import {
  feedFile,
  topicFeedFile,
  referenceFeedFile,
  badgeFile,
  noteFile,
  meetingImageFile,
  referencesDataFile,
  referenceDataFile,
  yearDataFile,
  schemaFile,
} from './paths.ts';

/** Raised only when something is taken away or changes its meaning; additions keep it. */
const apiVersion = 1;

const date = z.iso.date();
const address = z.url({ protocol: /^https?$/ });
const head = {
  $schema: address.describe('The schema of this file'),
  version: z.literal(apiVersion).describe('Raised only when something is taken away'),
};

const recording = z.object({
  provider: z.enum(['youtube', 'other']),
  url: address.describe('From the start of the meeting, where that is known'),
  start: z.int().nonnegative().optional().describe('Seconds into the recording'),
});

const meetingEntry = z.object({
  id: z.string(),
  date,
  title: z.string(),
  url: address,
  markdown: address.describe('The note as it was written, byte for byte'),
  image: address.describe('Picture for previews, PNG, 1200 by 630'),
  file: z.string().describe('Path of the note in its old home, below the folder of notes'),
  recordings: z.array(recording),
  sections: z.int().nonnegative(),
  subjects: z
    .array(z.object({ heading: z.string(), url: address }))
    .describe('What the meeting was about: outermost headings that are not routine'),
  data: address.describe('The file with the text of its sections'),
});

/** `/api/archive.json`: what there is, and where. */
const archiveFileSchema = z.object({
  ...head,
  title: z.string(),
  sentence: z.string(),
  url: address,
  licence: z.string().describe('Under which terms the notes may be used; empty if nobody says'),
  home: z.string().optional().describe('The repository that bare numbers belong to: owner/repo'),
  feed: address,
  references: address.describe('The index of references'),
  oldHomes: z
    .object({ rule: z.string(), example: z.object({ from: z.string(), to: address }).optional() })
    .describe('How a link to the file of a note becomes a link to its page'),
  years: z.array(z.object({ year: z.string(), meetings: z.int().positive(), url: address })),
  meetings: z.array(meetingEntry).describe('By date'),
  topics: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      summary: z.string(),
      aliases: z.array(z.string()),
      url: address,
      feed: address,
      sections: z.int().nonnegative().describe('Sections that are about it'),
    }),
  ),
});

/** `/api/years/YYYY.json`: the text of a year's meetings. */
const yearFileSchema = z.object({
  ...head,
  year: z.string(),
  meetings: z.array(
    z.object({
      id: z.string(),
      date,
      title: z.string(),
      url: address,
      opening: z.string().describe('Plain text before the first section'),
      sections: z.array(
        z.object({
          id: z.string().describe('Anchor; it never changes once it is published'),
          aliases: z.array(z.string()).describe('Anchors that lead here too'),
          url: address,
          heading: z.string(),
          level: z.int().min(2).max(6),
          parent: z.string().optional().describe('Anchor of the section around it'),
          routine: z.boolean().describe('Whether the heading is repeated by habit'),
          text: z.string().describe('Plain text, without what is below further headings'),
          topics: z.array(z.string()).describe('Slugs of the topics that it is about'),
          references: z.array(z.string()).describe('As owner/repo#number'),
        }),
      ),
    }),
  ),
});

/** `/api/references.json`: small enough to be loaded whole. */
const referencesFileSchema = z.object({
  ...head,
  url: z.string().describe('Address of a page; OWNER, REPO and NUMBER stand for their values'),
  data: z.string().describe('Address of the data on one reference, likewise'),
  badge: z.string().describe('Address of a badge, likewise'),
  references: z
    .record(z.string(), z.record(z.string(), z.int().positive()))
    .describe('Repository as owner/repo, then number, then in how many meetings it was discussed'),
});

/** `/api/references/OWNER/REPO/N.json`: every discussion of one pull request or issue. */
const referenceFileSchema = z.object({
  ...head,
  reference: z.object({
    owner: z.string(),
    repo: z.string(),
    number: z.int().positive(),
    kind: z.enum(['pull', 'issues']).describe('As far as the notes tell'),
    label: z.string(),
    github: address,
  }),
  url: address,
  feed: address,
  badge: address,
  meetings: z.int().positive(),
  first: date,
  last: date,
  discussions: z
    .array(
      z.object({
        meeting: z.string(),
        date,
        title: z.string(),
        url: address.describe('The section'),
        heading: z.string().optional().describe('Absent for text before the first heading'),
        excerpts: z.array(z.string()).describe('Plain text around each mention'),
      }),
    )
    .describe('By date'),
});

/** Every schema by the name of its file below `/api/schema/`. */
export const apiSchemas = {
  archive: archiveFileSchema,
  reference: referenceFileSchema,
  references: referencesFileSchema,
  year: yearFileSchema,
} as const;

/** A published JSON Schema (2020-12); readers must pass over keys that they do not know. */
export function apiSchema(name: keyof typeof apiSchemas, { paths, absolute }: Addresses) {
  const { $schema, ...rest } = z.toJSONSchema(apiSchemas[name], { io: 'input' });
  return { $schema, $id: absolute(paths.file(schemaFile(name))), ...rest };
}

const start = (name: keyof typeof apiSchemas, { paths, absolute }: Addresses) => ({
  $schema: absolute(paths.file(schemaFile(name))),
  version: apiVersion as typeof apiVersion,
});

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n\n');

/** The years that have meetings, first to last. */
export function yearsOf({ meetings }: Pick<Archive, 'meetings'>): string[] {
  return [...new Set(meetings.map(({ date: day }) => day.slice(0, 4)))].sort(byCodeUnit);
}

/** The rule by which links into the notes' old homes are brought along, in words. */
export const oldHomeRule =
  'take the date in the name of the file, written YYYY-MM-DD or YYYYMMDD; the page is ' +
  '/meetings/YYYY-MM-DD/, with -words at its end where the file name goes on after the date. What ' +
  'stands behind the # stays as it is.';

/** The whole archive in one file, without the texts. */
export function archiveFile(
  archive: Archive,
  addresses: Addresses,
): z.infer<typeof archiveFileSchema> {
  const { paths, absolute } = addresses;
  const { settings, meetings, routine } = archive;
  const file = (path: string): string => absolute(paths.file(path));
  const example = meetings.find(({ sections }) => sections.length > 0) ?? meetings[0];
  const anchor = example?.sections.at(-1)?.id;
  return {
    ...start('archive', addresses),
    title: settings.title,
    sentence: settings.sentence,
    url: absolute(paths.home()),
    licence: settings.licence,
    ...(settings.home !== undefined && { home: settings.home }),
    feed: file(feedFile),
    references: file(referencesDataFile),
    oldHomes: {
      rule: oldHomeRule,
      ...(example !== undefined && {
        example: {
          from: `${example.file}${anchor === undefined ? '' : `#${anchor}`}`,
          to: absolute(paths.meeting(example.id, anchor)),
        },
      }),
    },
    years: yearsOf(archive).map((year) => ({
      year,
      meetings: meetings.filter(({ date: day }) => day.startsWith(year)).length,
      url: file(yearDataFile(year)),
    })),
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      date: meeting.date,
      title: meeting.title,
      url: absolute(paths.meeting(meeting.id)),
      markdown: file(noteFile(meeting)),
      image: file(meetingImageFile(meeting)),
      file: meeting.file,
      recordings: meeting.recordings.map((recording) => ({
        provider: recording.provider,
        url: recordingUrl(recording),
        ...(recording.start !== undefined && { start: recording.start }),
      })),
      sections: meeting.sections.length,
      subjects: subjectsOf(meeting, routine).map(({ id, heading }) => ({
        heading,
        url: absolute(paths.meeting(meeting.id, id)),
      })),
      data: file(yearDataFile(meeting.date.slice(0, 4))),
    })),
    topics: discussedTopics(archive).map(({ topic, about }) => ({
      slug: topic.slug,
      name: topic.name,
      summary: topic.summary,
      aliases: topic.aliases,
      url: absolute(paths.topic(topic.slug)),
      feed: file(topicFeedFile(topic)),
      sections: about.length,
    })),
  };
}

/** The meetings of a year with their texts. */
export function yearFile(
  archive: Archive,
  year: string,
  addresses: Addresses,
): z.infer<typeof yearFileSchema> {
  const { paths, absolute } = addresses;
  return {
    ...start('year', addresses),
    year,
    meetings: archive.meetings
      .filter(({ date: day }) => day.startsWith(year))
      .map((meeting) => ({
        id: meeting.id,
        date: meeting.date,
        title: meeting.title,
        url: absolute(paths.meeting(meeting.id)),
        opening: textOf(meeting.opening),
        sections: meeting.sections.map((section) => ({
          id: section.id,
          aliases: section.aliases ?? [],
          url: absolute(paths.meeting(meeting.id, section.id)),
          heading: section.heading,
          level: section.level,
          ...(section.parent !== undefined && { parent: section.parent }),
          routine: archive.routine.isRoutineHeading(section.heading),
          text: textOf(section.blocks),
          topics: [...archive.topicsOf(meeting.id, section.id)],
          references: archive
            .referencesOf(meeting.id, section.id)
            .map(({ reference: { owner, repo, number } }) => `${owner}/${repo}#${number}`),
        })),
      })),
  };
}

/** How often each reference was discussed. */
export function referencesFile(
  archive: Archive,
  addresses: Addresses,
): z.infer<typeof referencesFileSchema> {
  const { paths, absolute } = addresses;
  const file = (path: string): string => absolute(paths.file(path));
  const example = { reference: { owner: 'OWNER', repo: 'REPO', number: 'NUMBER' } };
  const references: Record<string, Record<string, number>> = {};
  for (const { reference, hasPage, meetings } of archive.references) {
    if (!hasPage) continue;
    const { owner, repo, number } = reference;
    const listed = (references[`${owner}/${repo}`] ??= {});
    listed[number] = meetings;
  }
  return {
    ...start('references', addresses),
    url: file('OWNER/REPO/issues/NUMBER/'),
    data: file(referenceDataFile(example)),
    badge: file(badgeFile(example)),
    references,
  };
}

/** The words of safe HTML on one line. */
function textOfHtml(html: string): string {
  const text = html.replace(/<(?:br|li|p|tr)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '');
  return decodeEntities(text).replace(/\s+/g, ' ').trim();
}

const excerptsOf = ({ mentions }: Discussion): string[] => [
  ...new Set(mentions.map(({ excerpt }) => textOfHtml(excerpt)).filter(Boolean)),
];

/** All discussions of one reference. */
export function referenceFile(
  thread: ReferenceThread,
  addresses: Addresses,
): z.infer<typeof referenceFileSchema> {
  const { paths, absolute } = addresses;
  const { reference, kind, label, meetings, dates, discussions } = thread;
  const file = (path: string): string => absolute(paths.file(path));
  return {
    ...start('reference', addresses),
    reference: { ...reference, kind, label, github: referenceUrl(reference, kind) },
    url: absolute(paths.reference(reference, kind)),
    feed: file(referenceFeedFile(thread)),
    badge: file(badgeFile(thread)),
    meetings,
    first: dates[0]!,
    last: dates.at(-1)!,
    discussions: discussions.map((discussion) => ({
      meeting: discussion.meeting.id,
      date: discussion.meeting.date,
      title: discussion.meeting.title,
      url: absolute(paths.meeting(discussion.meeting.id, discussion.section?.id)),
      ...(discussion.section !== undefined && { heading: discussion.section.heading }),
      excerpts: excerptsOf(discussion),
    })),
  };
}
