import type { Archive } from '../../archive/archive.ts';
import type { Block, Meeting, Section } from '../../archive/meeting.ts';
import type { Paths } from '../../archive/paths.ts';
import type { ReferenceKey } from '../../archive/references/reference.ts';
import { unlikePage } from '../../archive/text/direction.ts';
import { siteLanguage } from '../../archive/text/language.ts';
import { markBareLinks } from './bare-links.ts';
import { completeLinks } from './complete-links.ts';
import { makeScrollable } from './scrollable.ts';
import { type ThreadLineView, threadLine, threadsOf } from './threads.ts';

/** A block ready to be printed; template text is `quiet`. */
export interface BlockView {
  html: string;
  quiet: boolean;
  /** How many it lists as present; where it does, it folds away behind their number. */
  present: number | undefined;
}

/** A section ready to be printed. */
export interface SectionView {
  id: string;
  /** Further ids under which it was published. */
  aliases: string[];
  level: number;
  /** Plain text of the heading. */
  heading: string;
  /** Heading as HTML. */
  html: string;
  /** Where its letters run from right to left. */
  dir: 'rtl' | undefined;
  blocks: BlockView[];
  /** Nothing of its own is said in it or below it, so that it folds away. */
  empty: boolean;
  /** What it is about, except what the heading above it is about already. */
  topics: { name: string; path: string }[];
  /** Where its subject was met before and after. */
  thread: ThreadLineView | undefined;
}

/** An entry of the contents with those below it. */
export interface ContentsEntry {
  id: string;
  heading: string;
  dir: 'rtl' | undefined;
  quiet: boolean;
  below: ContentsEntry[];
}

/** The text of a meeting ready to be printed. */
export interface MeetingView {
  opening: BlockView[];
  sections: SectionView[];
  contents: ContentsEntry[];
}

/** Headings that nothing of their own is said under, neither in them nor in those below. */
function findEmpty(meeting: Meeting, { routine }: Archive): Set<string> {
  const isSaid = (section: Section): boolean =>
    !routine.isRoutineHeading(section.heading) ||
    section.blocks.some(({ text, html }) => html !== '' && !routine.isTemplateText(text));
  const parents = new Map(meeting.sections.map(({ id, parent }) => [id, parent]));
  const full = new Set<string>();
  for (const section of meeting.sections) {
    if (!isSaid(section)) continue;
    let id: Section['id'] | undefined = section.id;
    while (id !== undefined && !full.has(id)) {
      full.add(id);
      id = parents.get(id);
    }
  }
  return new Set(meeting.sections.map(({ id }) => id).filter((id) => !full.has(id)));
}

function nest(sections: readonly SectionView[], parents: ReadonlyMap<string, string | undefined>) {
  const top: ContentsEntry[] = [];
  const entries = new Map<string, ContentsEntry>();
  for (const { id, heading, dir, empty } of sections) {
    const entry = { id, heading, dir, quiet: empty, below: [] };
    entries.set(id, entry);
    (entries.get(parents.get(id) ?? '')?.below ?? top).push(entry);
  }
  return top;
}

/**
 * Names that follow each other, in paragraphs of their own or as those in the room and those afar, fold away together
 * behind the number of all. Who is named twice, as behind `Chair:`, counts once: `listed` is how many the note names.
 */
function joinPresent(blocks: readonly BlockView[], listed = Infinity): BlockView[] {
  const joined: BlockView[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.present === undefined || last?.present === undefined) joined.push({ ...block });
    else {
      last.html += block.html;
      last.present = Math.min(last.present + block.present, listed);
    }
  }
  return joined;
}

/** Makes a meeting's text ready for its page: links completed, template text told apart. */
export function viewMeeting(archive: Archive, meeting: Meeting, paths: Paths): MeetingView {
  const lang = meeting.language && siteLanguage;
  const view = (blocks: readonly Block[]): BlockView[] => {
    const told = new Set<ReferenceKey>();
    return joinPresent(
      blocks.map(({ html, text, present }) => ({
        present,
        html: makeScrollable(markBareLinks(completeLinks(html, { archive, paths, told, lang }))),
        quiet: archive.routine.isTemplateText(text),
      })),
      meeting.attendees?.length,
    );
  };
  const threads = threadsOf(archive);
  const empty = findEmpty(meeting, archive);
  const sections = meeting.sections.map((section): SectionView => {
    const { id, parent, level, heading, html, blocks } = section;
    const above = parent === undefined ? [] : archive.topicsOf(meeting.id, parent);
    return {
      id,
      aliases: section.aliases ?? [],
      level,
      heading,
      html: markBareLinks(completeLinks(html, { archive, paths })),
      dir: unlikePage(heading),
      blocks: view(blocks),
      empty: empty.has(id),
      topics: archive.topicsOf(meeting.id, id).flatMap((slug) => {
        const name = archive.topic(slug)?.topic.name;
        return name === undefined || above.includes(slug)
          ? []
          : [{ name, path: paths.topic(slug) }];
      }),
      thread: threadLine(threads.threadOf(meeting.id, id), paths),
    };
  });
  return {
    // The line under the page's heading says what a block that is nothing but a recording says.
    opening: view(meeting.opening.filter(({ kind }) => kind !== 'recording')),
    sections,
    contents: nest(sections, new Map(meeting.sections.map(({ id, parent }) => [id, parent]))),
  };
}
