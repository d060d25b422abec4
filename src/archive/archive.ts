import { checkDatesInStep } from './checks/date-out-of-step.ts';
import { checkDeadAnchors } from './checks/dead-anchors.ts';
import { checkRecordingsTwice } from './checks/recordings.ts';
import { checkTakenPaths } from './checks/taken-paths.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import {
  type Meeting,
  type MeetingId,
  type OutcomeKind,
  type SectionId,
  allOutcomeKinds,
} from './meeting.ts';
import type { ArchiveMemory } from './memory.ts';
import { type Routine, type Template, findRoutine } from './passages/routine.ts';
import { type ReferenceKey, type RepositoryName, referenceKey } from './references/reference.ts';
import { type Settings, referenceContextOf } from './settings.ts';
import { byCodeUnit } from './text/order.ts';
import { type ByPassage, listOf } from './threads/by-passage.ts';
import { type ReferenceThread, buildReferences } from './threads/reference-thread.ts';
import { type RepositoryIndex, buildRepositories } from './threads/repository-index.ts';
import { type TopicIndex, indexTopics } from './threads/topic-index.ts';
import { type TopicThread, buildTopics } from './threads/topic-thread.ts';
import type { Topic } from './topics/topic.ts';

/**
 * All meetings and every index over them; plain data that nothing changes once it is built. What is about a topic is
 * found when it is first asked for.
 */
export interface Archive extends TopicIndex {
  settings: Settings;
  home: RepositoryName | undefined;
  /** By date, then id. */
  meetings: readonly Meeting[];
  routine: Routine;
  /** By owner, repository and number. */
  references: readonly ReferenceThread[];
  /** Home first, then by the number of references discussed, then by name. */
  repositories: readonly RepositoryIndex[];
  meeting(id: MeetingId): Meeting | undefined;
  reference(key: ReferenceKey): ReferenceThread | undefined;
  /** References named in a passage, in the order of the text, each once. */
  referencesOf(meeting: MeetingId, section: SectionId | undefined): readonly ReferenceThread[];
  diagnostics: readonly Diagnostic[];
}

/** What an archive is built from. */
export interface ArchiveInput {
  meetings: readonly Meeting[];
  topics: readonly Topic[];
  settings: Settings;
  template?: Template | undefined;
  /** The path to show in diagnostics for a note's own path. */
  shownPath?: (file: string) => string;
}

/**
 * Builds the archive: every index, sorted the same on every machine, and the checks across notes. With a memory,
 * what it found out about each text is there for the next time.
 */
export function buildArchive(input: ArchiveInput, memory?: ArchiveMemory): Archive {
  const { settings, topics, template, shownPath = (file) => file } = input;
  const meetings = input.meetings.toSorted(
    (a, b) => byCodeUnit(a.date, b.date) || byCodeUnit(a.id, b.id),
  );
  const { home } = referenceContextOf(settings);
  const routine = findRoutine(meetings, settings, template, memory?.wordings);
  const references = buildReferences(meetings, home);

  const meetingById = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const referenceByKey = new Map(references.map((thread) => [thread.key, thread]));
  const referencesByPassage: ByPassage<ReferenceThread> = new Map();
  for (const meeting of meetings) {
    for (const mention of meeting.mentions) {
      const thread = referenceByKey.get(referenceKey(mention.reference));
      const listed = listOf(referencesByPassage, meeting.id, mention.section);
      if (thread !== undefined && !listed.includes(thread)) listed.push(thread);
    }
  }

  let known: TopicIndex | undefined;
  const topicIndex = (): TopicIndex =>
    (known ??= indexTopics(buildTopics(meetings, topics, routine, memory?.judgements)));

  return {
    settings,
    home,
    meetings,
    routine,
    references,
    repositories: buildRepositories(references, home),
    get topics() {
      return topicIndex().topics;
    },
    meeting: (id) => meetingById.get(id),
    reference: (key) => referenceByKey.get(key),
    topic: (slug) => topicIndex().topic(slug),
    topicsOf: (meeting, section) => topicIndex().topicsOf(meeting, section),
    referencesOf: (meeting, section) => referencesByPassage.get(meeting)?.get(section) ?? [],
    diagnostics: [
      ...checkDatesInStep(meetings, home, shownPath),
      ...checkRecordingsTwice(meetings, shownPath),
      ...checkDeadAnchors(meetings, shownPath),
      ...checkTakenPaths(references, shownPath),
    ],
  };
}

/** Topics that some passage is about, by name; nothing leads to the pages of the others. */
export function discussedTopics({ topics }: Pick<Archive, 'topics'>): TopicThread[] {
  return topics.filter(({ about }) => about.length > 0);
}

/** A list of all that is of one kind, by the name of its path. */
export type ListName = 'meetings' | 'topics' | 'references';

/** The lists that every page leads to, in their order. The others hold nothing, and only keep their address. */
export function filledLists(archive: Pick<Archive, 'topics' | 'references'>): ListName[] {
  const hasTopics = discussedTopics(archive).length > 0;
  const hasReferences = archive.references.some(({ hasPage }) => hasPage);
  return [
    'meetings',
    ...(hasTopics ? (['topics'] as const) : []),
    ...(hasReferences ? (['references'] as const) : []),
  ];
}

/** The references that a meeting names, each once. */
export function referencesOfMeeting(
  { referencesOf }: Pick<Archive, 'referencesOf'>,
  { id, sections }: Meeting,
): Set<ReferenceThread> {
  const ids = [undefined, ...sections.map((section) => section.id)];
  return new Set(ids.flatMap((section) => referencesOf(id, section)));
}

/** The kinds of what notes mark of which there is any; the others have no page. */
export function outcomeKinds({ meetings }: Pick<Archive, 'meetings'>): OutcomeKind[] {
  return allOutcomeKinds.filter((kind) =>
    meetings.some((meeting) => (meeting[kind]?.length ?? 0) > 0),
  );
}
