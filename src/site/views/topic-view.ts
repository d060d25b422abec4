import type { Archive } from '../../archive/archive.ts';
import { referencesOfTopic, relatedTopics } from '../../archive/discussions/related.ts';
import { tellingSentence } from '../../archive/discussions/telling-sentence.ts';
import { type Period, activityOf } from '../../archive/discussions/timeline.ts';
import { onceFor } from '../../archive/once-for.ts';
import { leading } from '../../archive/outputs/list-pages.ts';
import type { Passage } from '../../archive/passages/passage.ts';
import type { Paths } from '../../archive/paths.ts';
import { countOf } from '../../archive/text/count.ts';
import { cutAtWord } from '../../archive/text/cut-at-word.ts';
import { htmlBytes } from '../../archive/text/html-bytes.ts';
import type { TopicThread } from '../../archive/threads/topic-thread.ts';
import { namesOf } from '../../archive/topics/topic-matcher.ts';
import { inEachPeriod } from './chart-words.ts';
import { type Chip, referenceChips, topicChips } from './chips.ts';
import { newestDayFirst } from './list-pager.ts';
import { type PassagePlace, placeOf } from './passage-place.ts';

/** Most links to related topics, and to references. */
const mostRelated = 12;
/** More passages that only name a topic are left to the search. */
const mostInPassing = 40;
const mostBytesInPassing = 20_000;
/** Most characters of the headings below a passage that says nothing itself. */
const longestBelow = 600;

/** What every page of a topic's list shows, whichever of its passages it holds. */
export interface TopicView {
  /** What the notes call it beside its name. */
  otherNames: string[];
  periods: Period[];
  /** What the chart of the periods shows, for those who do not see it. */
  chartWords: string;
  /** What stands below the chart. */
  caption: string;
  topics: Chip[];
  references: Chip[];
}

/** The aliases of a topic without its name in other capitals, which is for finding it alone: `arm64` of ARM64. */
function otherNamesOf({ topic: { name, aliases } }: TopicThread): string[] {
  return aliases.filter((alias) => alias.toLowerCase() !== name.toLowerCase());
}

function chartOf(
  archive: Archive,
  { topic, about, mentions }: TopicThread,
): Pick<TopicView, 'periods' | 'chartWords' | 'caption'> {
  const periods = activityOf(archive, about, mentions);
  const sections = countOf(about.length, 'section');
  const isNamed = mentions.length > 0;
  const name = mentions.length === 1 ? 'names' : 'name';
  const inPassing = isNamed
    ? `; ${countOf(mentions.length, 'section')} that ${name} it in passing`
    : '';
  return {
    periods,
    chartWords: `${sections} about ${topic.name}: ${inEachPeriod(periods)}${inPassing}.`,
    caption: `${sections} about it${isNamed ? `, and, hollow, ${mentions.length} that only ${name} it` : ''}`,
  };
}

/** What is told of a topic as a whole, made once: a busy topic of a large archive has hundreds of pages. */
export const viewTopic = onceFor(
  (thread: TopicThread, archive: Archive, paths: Paths): TopicView => ({
    otherNames: otherNamesOf(thread),
    ...chartOf(archive, thread),
    topics: topicChips(relatedTopics(archive, thread).slice(0, mostRelated), paths),
    references: referenceChips(referencesOfTopic(archive, thread, mostRelated), paths),
  }),
);

/** A passage about a topic, or one that names it, as its page lists it. */
export interface PassageRow extends PassagePlace {
  heading: string;
  /** One sentence of it, or what stands under it where it says nothing itself. */
  sentence: string | undefined;
}

/** For a section that says nothing itself: what stands under it. */
function below({ meeting, section }: Passage): string | undefined {
  const inner = meeting.sections.filter(({ parent }) => parent === section?.id);
  return section === undefined || inner.length === 0
    ? undefined
    : cutAtWord(inner.map(({ heading }) => heading).join(' · '), longestBelow);
}

/** Passages of a topic as its page lists them, in their order. */
export function passageRows(
  { topic }: TopicThread,
  passages: readonly Passage[],
  archive: Archive,
  paths: Paths,
): PassageRow[] {
  const names = namesOf(topic);
  return passages.map((passage) => {
    const { meeting, section } = passage;
    return {
      ...placeOf(passage, paths),
      heading: cutAtWord(section?.heading ?? meeting.title),
      sentence: tellingSentence(passage, archive.routine, { names }) ?? below(passage),
    };
  });
}

/** About how many bytes a row has as HTML, and hardly more. */
export function passageRowBytes({ href, heading, trail, sentence = '' }: PassageRow): number {
  return [heading, sentence, ...trail].reduce(
    (bytes, text) => bytes + htmlBytes(text),
    260 + href.length,
  );
}

/** The newest passages that only name a topic, with their sentences where these do, and how many there are before them. */
export function viewInPassing(
  thread: TopicThread,
  archive: Archive,
  paths: Paths,
): { rows: PassageRow[]; further: number } {
  const { topic, mentions } = thread;
  const rows = passageRows(thread, mentions.slice(-mostInPassing), archive, paths);
  const newest = newestDayFirst(rows, ({ date }) => date);
  const shown = leading(newest, mostBytesInPassing, passageRowBytes);
  const names = namesOf(topic);
  return {
    rows: shown.map((row) => ({
      ...row,
      sentence: row.sentence && names.standIn(row.sentence) ? row.sentence : undefined,
    })),
    further: mentions.length - shown.length,
  };
}
