import { checkDatesInStep } from './checks/date-out-of-step.ts';
import { checkRecordingsTwice } from './checks/recordings.ts';
import type { MeetingDate } from './date.ts';
import { type Diagnostic, diagnose, findingsPerFile } from './diagnostic.ts';
import type { Meeting, MeetingId, Mention, Section, SectionId } from './meeting.ts';
import type { ArchiveMemory } from './memory.ts';
import { nearAnchor } from './near-anchor.ts';
import { byCodeUnit } from './order.ts';
import { ownFolders } from './paths.ts';
import {
  type Reference,
  type ReferenceKey,
  type ReferenceKind,
  type RepositoryName,
  parseRepositoryName,
  referenceKey,
  referenceLabel,
} from './reference.ts';
import { type Routine, type Template, findRoutine, ownBlocks } from './routine.ts';
import { type Settings, referenceContextOf } from './settings.ts';
import { type TopicJudgement, judgeTopics } from './topic-judgement.ts';
import { compileTopics } from './topic-matcher.ts';
import type { Topic, TopicSlug } from './topic.ts';

/** A section of a meeting; without a section, the meeting's text before its first heading. */
export interface Passage {
  meeting: Meeting;
  section?: Section;
}

/** A passage that names a reference, with every mention in it. */
export interface Discussion extends Passage {
  mentions: Mention[];
}

/** All that was said of one pull request or issue, in date order. */
export interface ReferenceThread {
  key: ReferenceKey;
  reference: Reference;
  kind: ReferenceKind;
  /** As people write it: `#12` at home, `repo#12` or `owner/repo#12` elsewhere. */
  label: string;
  /** Whether it has a page; an owner named like one of our folders gets none. */
  hasPage: boolean;
  discussions: Discussion[];
  /** Days with a discussion, each once, in order. */
  dates: MeetingDate[];
  meetings: number;
}

/** All that was said on one topic, in date order. */
export interface TopicThread {
  topic: Topic;
  /** Passages whose subject it is. */
  about: Passage[];
  /** Passages that name it in passing. */
  mentions: Passage[];
}

/** A repository with its discussed references, highest number first. */
export interface RepositoryIndex extends RepositoryName {
  references: ReferenceThread[];
}

/** All meetings and every index over them; plain data that nothing changes once it is built. */
export interface Archive {
  settings: Settings;
  home: RepositoryName | undefined;
  /** By date, then id. */
  meetings: readonly Meeting[];
  routine: Routine;
  /** By owner, repository and number. */
  references: readonly ReferenceThread[];
  /** Home first, then by the number of references discussed, then by name. */
  repositories: readonly RepositoryIndex[];
  /** Every topic, also those nothing is about yet, by name. */
  topics: readonly TopicThread[];
  meeting(id: MeetingId): Meeting | undefined;
  reference(key: ReferenceKey): ReferenceThread | undefined;
  topic(slug: string): TopicThread | undefined;
  /** Topics that a section is about, by slug. */
  topicsOf(meeting: MeetingId, section: SectionId | undefined): readonly TopicSlug[];
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

/** Lists by passage: by the meeting, and by the section in it. */
type ByPassage<Item> = Map<MeetingId, Map<SectionId | undefined, Item[]>>;

/** The list of a passage, to add to. */
function listOf<Item>(
  lists: ByPassage<Item>,
  meeting: MeetingId,
  section: SectionId | undefined,
): Item[] {
  let bySection = lists.get(meeting);
  if (bySection === undefined) lists.set(meeting, (bySection = new Map()));
  let list = bySection.get(section);
  if (list === undefined) bySection.set(section, (list = []));
  return list;
}

/** The value with the highest count; the smallest by code unit where several have it. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]))[0]?.[0];
}

/**
 * The kind of a reference, learned from every mention of it: full addresses tell more than words,
 * and of two equal counts `pull` wins, as only a pull request has both addresses on GitHub.
 */
function learnKind(mentions: readonly Mention[]): ReferenceKind {
  const votes = (kind: ReferenceKind, url: boolean): number =>
    mentions.filter((mention) => mention.kind === kind && mention.url === url).length;
  const pull = votes('pull', true);
  const issue = votes('issues', true);
  if (pull + issue > 0) return pull >= issue ? 'pull' : 'issues';
  const words = votes('pull', false);
  return words > 0 && words >= votes('issues', false) ? 'pull' : 'issues';
}

function buildReferences(
  meetings: readonly Meeting[],
  home: RepositoryName | undefined,
): ReferenceThread[] {
  const spellings = new Map<string, Map<string, number>>();
  const found = new Map<ReferenceKey, Discussion[]>();
  for (const meeting of meetings) {
    const sections = new Map(meeting.sections.map((section) => [section.id, section]));
    for (const mention of meeting.mentions) {
      const { owner, repo } = mention.reference;
      const name = `${owner}/${repo}`;
      const folded = name.toLowerCase();
      const counts = spellings.get(folded) ?? new Map<string, number>();
      counts.set(name, (counts.get(name) ?? 0) + 1);
      spellings.set(folded, counts);
      const key = referenceKey(mention.reference);
      const discussions = found.get(key) ?? [];
      found.set(key, discussions);
      const last = discussions.at(-1);
      if (last?.meeting === meeting && last.section?.id === mention.section) {
        last.mentions.push(mention);
        continue;
      }
      const section = mention.section === undefined ? undefined : sections.get(mention.section);
      discussions.push({ meeting, ...(section && { section }), mentions: [mention] });
    }
  }
  const spelled = new Map(
    [...spellings].map(([folded, all]) => [folded, mostFrequent(all) ?? folded]),
  );
  const threads = [...found].map(([key, discussions]): ReferenceThread => {
    const mentions = discussions.flatMap((discussion) => discussion.mentions);
    const { owner, repo, number } = mentions[0]!.reference;
    const name = parseRepositoryName(spelled.get(`${owner}/${repo}`.toLowerCase()) ?? '');
    const reference = { owner, repo, ...name, number };
    const dates = [...new Set(discussions.map(({ meeting }) => meeting.date))];
    return {
      key,
      reference,
      kind: learnKind(mentions),
      label: referenceLabel(reference, home),
      hasPage: !ownFolders.has(owner.toLowerCase()),
      discussions,
      dates,
      meetings: new Set(discussions.map(({ meeting }) => meeting.id)).size,
    };
  });
  return threads.sort(
    (a, b) =>
      byCodeUnit(a.reference.owner, b.reference.owner) ||
      byCodeUnit(a.reference.repo, b.reference.repo) ||
      a.reference.number - b.reference.number,
  );
}

function buildRepositories(
  references: readonly ReferenceThread[],
  home: RepositoryName | undefined,
): RepositoryIndex[] {
  const groups = new Map<string, RepositoryIndex>();
  for (const thread of references) {
    if (!thread.hasPage) continue;
    const { owner, repo } = thread.reference;
    const group = groups.get(`${owner}/${repo}`) ?? { owner, repo, references: [] };
    group.references.push(thread);
    groups.set(`${owner}/${repo}`, group);
  }
  const homeName = home === undefined ? '' : `${home.owner}/${home.repo}`.toLowerCase();
  const rank = ({ owner, repo }: RepositoryName): number =>
    `${owner}/${repo}`.toLowerCase() === homeName ? 0 : 1;
  return [...groups.values()]
    .map((group) => ({
      ...group,
      references: group.references.toSorted((a, b) => b.reference.number - a.reference.number),
    }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.references.length - a.references.length ||
        byCodeUnit(`${a.owner}/${a.repo}`, `${b.owner}/${b.repo}`),
    );
}

function buildTopics(
  meetings: readonly Meeting[],
  topics: readonly Topic[],
  routine: Routine,
  judgements: ArchiveMemory['judgements'] | undefined,
): TopicThread[] {
  const matcher = compileTopics(topics);
  judgements?.begin(JSON.stringify(topics));
  const threads = new Map<string, TopicThread>(
    topics.map((topic) => [topic.slug, { topic, about: [], mentions: [] }]),
  );
  for (const meeting of meetings) {
    for (const slug of meeting.topics) threads.get(slug)?.about.push({ meeting });
    for (const section of meeting.sections) {
      const isRoutine = routine.isRoutineHeading(section.heading);
      const own = ownBlocks(section, routine).filter(({ kind }) => kind !== 'code');
      const judge = (): TopicJudgement[] => {
        const text = own.map((block) => block.text).join('\n\n');
        const { heading, agenda } = section;
        return judgeTopics({ heading, routine: isRoutine, text, agenda }, matcher);
      };
      const judged = judgements?.of(section, [isRoutine, ...own], judge) ?? judge();
      for (const { topic, about } of judged) {
        threads.get(topic)?.[about ? 'about' : 'mentions'].push({ meeting, section });
      }
    }
  }
  return [...threads.values()].sort((a, b) =>
    byCodeUnit(a.topic.name.toLowerCase(), b.topic.name.toLowerCase()),
  );
}

/** Finds what only shows when all notes are seen together. */
function checkTogether(
  meetings: readonly Meeting[],
  references: readonly ReferenceThread[],
  home: RepositoryName | undefined,
  shownPath: (file: string) => string,
): Diagnostic[] {
  const anchors = new Map(
    meetings.map(({ id, sections, heading, aliases = [], departed = [] }) => [
      id,
      new Set<string>([
        ...sections.flatMap((section) => [section.id, ...(section.aliases ?? [])]),
        ...(heading ? [heading.id] : []),
        ...aliases,
        ...departed.map((section) => section.id),
      ]),
    ]),
  );
  const diagnostics: Diagnostic[] = [
    ...checkDatesInStep(meetings, home, shownPath),
    ...checkRecordingsTwice(meetings, shownPath),
  ];
  for (const { file, links } of meetings) {
    let dead = 0;
    for (const { meeting, anchor, target, line, column } of links) {
      const ids = anchors.get(meeting);
      if (ids === undefined || anchor === undefined || ids.has(anchor)) continue;
      dead += 1;
      const near = dead > findingsPerFile ? undefined : nearAnchor(anchor, [...ids]);
      diagnostics.push(
        diagnose('anchor-dead', { file: shownPath(file), line, column }, { target, near }),
      );
    }
  }
  for (const { hasPage, reference, discussions } of references) {
    const first = discussions[0];
    const mention = first?.mentions[0];
    if (hasPage || first === undefined || mention === undefined) continue;
    const place = {
      file: shownPath(first.meeting.file),
      line: mention.line,
      column: mention.column,
    };
    diagnostics.push(diagnose('path-taken', place, { owner: reference.owner }));
  }
  return diagnostics;
}

/**
 * Builds the archive: every index, sorted the same on every machine, and the checks across notes. With a memory,
 * what it found out about each text is there for the next time.
 */
export function buildArchive(input: ArchiveInput, memory?: ArchiveMemory): Archive {
  const { settings, topics, template } = input;
  const meetings = input.meetings.toSorted(
    (a, b) => byCodeUnit(a.date, b.date) || byCodeUnit(a.id, b.id),
  );
  const { home } = referenceContextOf(settings);
  const routine = findRoutine(meetings, settings, template, memory?.wordings);
  const references = buildReferences(meetings, home);
  const threads = buildTopics(meetings, topics, routine, memory?.judgements);

  const meetingById = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const referenceByKey = new Map(references.map((thread) => [thread.key, thread]));
  const topicBySlug = new Map<string, TopicThread>(
    threads.map((thread) => [thread.topic.slug, thread]),
  );
  const topicsByPassage: ByPassage<TopicSlug> = new Map();
  for (const { topic, about } of threads.toSorted((a, b) =>
    byCodeUnit(a.topic.slug, b.topic.slug),
  )) {
    for (const { meeting, section } of about) {
      listOf(topicsByPassage, meeting.id, section?.id).push(topic.slug);
    }
  }
  const referencesByPassage: ByPassage<ReferenceThread> = new Map();
  for (const meeting of meetings) {
    for (const mention of meeting.mentions) {
      const thread = referenceByKey.get(referenceKey(mention.reference));
      const listed = listOf(referencesByPassage, meeting.id, mention.section);
      if (thread !== undefined && !listed.includes(thread)) listed.push(thread);
    }
  }

  return {
    settings,
    home,
    meetings,
    routine,
    references,
    repositories: buildRepositories(references, home),
    topics: threads,
    meeting: (id) => meetingById.get(id),
    reference: (key) => referenceByKey.get(key),
    topic: (slug) => topicBySlug.get(slug),
    topicsOf: (meeting, section) => topicsByPassage.get(meeting)?.get(section) ?? [],
    referencesOf: (meeting, section) => referencesByPassage.get(meeting)?.get(section) ?? [],
    diagnostics: checkTogether(meetings, references, home, input.shownPath ?? ((file) => file)),
  };
}

/** Topics that some passage is about, by name; nothing leads to the pages of the others. */
export function discussedTopics({ topics }: Pick<Archive, 'topics'>): TopicThread[] {
  return topics.filter(({ about }) => about.length > 0);
}

/** The references that a meeting names, each once. */
export function referencesOfMeeting(
  { referencesOf }: Pick<Archive, 'referencesOf'>,
  { id, sections }: Meeting,
): Set<ReferenceThread> {
  const ids = [undefined, ...sections.map((section) => section.id)];
  return new Set(ids.flatMap((section) => referencesOf(id, section)));
}

/** Something a meeting was about, and the section that holds it. */
export interface Subject {
  id: SectionId;
  heading: string;
}

/**
 * What a meeting was really about: its headings that are not routine, outermost ones; below a
 * routine heading the headings under it stand for it, and for one that only names a repository the
 * items of its agenda.
 */
export function subjectsOf(meeting: Meeting, routine: Routine): Subject[] {
  const byId = new Map(meeting.sections.map((section) => [section.id, section]));
  const isOutermost = (section: Section): boolean => {
    const parent = section.parent === undefined ? undefined : byId.get(section.parent);
    return (
      parent === undefined || (routine.isRoutineHeading(parent.heading) && isOutermost(parent))
    );
  };
  return meeting.sections.flatMap((section): Subject[] => {
    const { id, heading, agenda = [] } = section;
    if (!isOutermost(section)) return [];
    if (agenda.length > 0) return agenda.map((item) => ({ id, heading: item }));
    return routine.isRoutineHeading(heading) ? [] : [{ id, heading }];
  });
}

/** The headings above a section, outermost first. */
export function trailOf(meeting: Meeting, section: Section): Section[] {
  const parent = meeting.sections.find(({ id }) => id === section.parent);
  return parent === undefined ? [] : [...trailOf(meeting, parent), parent];
}
