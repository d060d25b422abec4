import type { z } from 'zod';

import { type Archive, discussedTopics } from '../archive.ts';
import { yearOf } from '../dates/date.ts';
import type { Block, Meeting, Outcome } from '../meeting.ts';
import { recordingUrl } from '../note/recording.ts';
import type { Discussion } from '../passages/passage.ts';
import { subjectsOf } from '../passages/subject.ts';
import {
  badgeFile,
  feedFile,
  meetingImageFile,
  noteFile,
  referenceDataFile,
  referenceFeedFile,
  referencesDataFile,
  schemaFile,
  topicFeedFile,
  yearDataFile,
} from '../paths.ts';
import { fullName, referenceUrl } from '../references/reference.ts';
import { decodeEntities } from '../text/entity.ts';
import { languageOf } from '../text/language.ts';
import { byCodeUnit } from '../text/order.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';
import type { Addresses } from './addresses.ts';
import {
  type apiSchemas,
  type archiveFileSchema,
  type referenceFileSchema,
  type referencesFileSchema,
  type yearFileSchema,
  apiVersion,
} from './api-schema.ts';

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
  return [...new Set(meetings.map(({ date: day }) => yearOf(day)))].sort(byCodeUnit);
}

/** The rule by which links into the notes' old homes are brought along, in words. */
export const oldHomeRule =
  'take the date in the name of the file, written YYYY-MM-DD or YYYYMMDD; the page is ' +
  '/meetings/YYYY-MM-DD/, with -words at its end where the file name goes on after the date and ' +
  'says more than "meeting", "notes" or "minutes". What stands behind the # stays as it is.';

/** That rule, with an example where the archive has a meeting: the path of a note's file, and the address of its page. */
export function oldHomesOf(
  { meetings }: Pick<Archive, 'meetings'>,
  { paths, absolute }: Addresses,
): z.infer<typeof archiveFileSchema>['oldHomes'] {
  const example = meetings.find(({ sections }) => sections.length > 0) ?? meetings[0];
  if (example === undefined) return { rule: oldHomeRule };
  const anchor = example.sections.at(-1)?.id;
  const from = anchor === undefined ? example.file : `${example.file}#${anchor}`;
  return { rule: oldHomeRule, example: { from, to: absolute(paths.meeting(example.id, anchor)) } };
}

/** The whole archive in one file, without the texts. */
export function archiveFile(
  archive: Archive,
  addresses: Addresses,
): z.infer<typeof archiveFileSchema> {
  const { paths, absolute } = addresses;
  const { settings, meetings, routine } = archive;
  const file = (path: string): string => absolute(paths.file(path));
  return {
    ...start('archive', addresses),
    title: settings.title,
    sentence: settings.sentence,
    url: absolute(paths.home()),
    licence: settings.licence,
    ...(settings.home !== undefined && { home: settings.home }),
    feed: file(feedFile),
    references: file(referencesDataFile),
    oldHomes: oldHomesOf(archive, addresses),
    years: yearsOf(archive).map((year) => ({
      year,
      meetings: meetings.filter(({ date: day }) => yearOf(day) === year).length,
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
      data: file(yearDataFile(yearOf(meeting.date))),
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

/** Decisions or action items of a meeting, none where its note marks none. */
function outcomesOf(
  { id }: Meeting,
  outcomes: readonly Outcome[] = [],
  { paths, absolute }: Addresses,
) {
  return outcomes.map(({ section, text, subject, done }) => ({
    text,
    url: absolute(paths.meeting(id, section)),
    ...(section !== undefined && { section }),
    ...(subject !== undefined && { subject }),
    ...(done !== undefined && { done }),
  }));
}

/** References as owner/repo#number. */
const referenceNames = (threads: readonly ReferenceThread[]): string[] =>
  threads.map(({ reference }) => `${fullName(reference)}#${reference.number}`);

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
      .filter(({ date: day }) => yearOf(day) === year)
      .map((meeting) => ({
        id: meeting.id,
        date: meeting.date,
        title: meeting.title,
        url: absolute(paths.meeting(meeting.id)),
        language: languageOf(meeting.language),
        opening: textOf(meeting.opening),
        openingTopics: [...archive.topicsOf(meeting.id, undefined)],
        openingReferences: referenceNames(archive.referencesOf(meeting.id, undefined)),
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
          references: referenceNames(archive.referencesOf(meeting.id, section.id)),
        })),
        decisions: outcomesOf(meeting, meeting.decisions, addresses),
        actions: outcomesOf(meeting, meeting.actions, addresses),
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
    const listed = (references[fullName(reference)] ??= {});
    listed[reference.number] = meetings;
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
