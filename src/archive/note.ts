import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';

import { agendaItems } from './agenda.ts';
import {
  type Attendee,
  isAbsenceLabel,
  isAttendanceHeading,
  readAttendance,
} from './attendance.ts';
import {
  type FoundDate,
  type MeetingDate,
  dateFromPath,
  findDate,
  findDates,
  removeDate,
} from './date.ts';
import { type Diagnostic, type Place, diagnose, hasErrors } from './diagnostic.ts';
import { isElement, isList } from './element.ts';
import type { FrontMatter } from './front-matter.ts';
import {
  type Block,
  type LocalImage,
  type Meeting,
  type Outcome as MeetingOutcome,
  type Mention,
  type NoteLink,
  type Section,
  meetingSchema,
} from './meeting.ts';
import { type Outcome, findOutcomes, isSpeech, kindBelow, labelOf } from './outcome.ts';
import { plainText } from './plain-text.ts';
import { findRecordings } from './recording-line.ts';
import type { Reference, ReferenceKind } from './reference.ts';
import type { Settings } from './settings.ts';

/** A reference that a tree links, on the element that does. */
export interface LinkedReference {
  reference: Reference;
  kind?: ReferenceKind;
  /** Whether the link is a full address. */
  url: boolean;
  line: number;
  column: number;
}

/** A note's text as one tree of safe HTML, with ids on its headings and source positions throughout. */
export interface NoteTree {
  tree: Root;
  references: ReadonlyMap<Element, LinkedReference>;
  links: readonly NoteLink[];
  images?: readonly LocalImage[];
}

/** All that one note's meeting is read from. */
export interface NoteInput {
  /** Path below the folder of notes, `/`-separated. */
  file: string;
  /** Path for diagnostics. */
  shown: string;
  text: NoteTree;
  frontMatter: FrontMatter;
  /** Line of each key of the front matter. */
  frontMatterLines: ReadonlyMap<string, number>;
  settings: Pick<Settings, 'title'>;
  print: (nodes: readonly RootContent[]) => string;
}

interface HeadingElement {
  element: Element;
  depth: number;
  text: string;
  line: number;
}

/** What a meeting is called by habit; a heading that says no more than this names the meeting. */
const meetingWords = /\b(?:meetings?|minutes|notes|agenda|office hours|call|sync|standup)\b/i;

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

function headingsOf(tree: Root): HeadingElement[] {
  return tree.children.filter(isElement).flatMap((element) => {
    const depth = /^h([1-6])$/.exec(element.tagName)?.[1];
    return depth === undefined
      ? []
      : [{ element, depth: Number(depth), text: plainText(element), line: lineOf(element) }];
  });
}

/**
 * The heading that names the meeting: the first one, if it carries a date or stands alone on the
 * first level. Where a note has several first-level headings, they are its sections instead,
 * unless the first says what kind of text this is ("Meeting notes").
 */
function titleHeading(
  headings: readonly HeadingElement[],
  seriesTitle: string,
): HeadingElement | undefined {
  const [first, ...rest] = headings;
  if (first === undefined) return undefined;
  const named =
    meetingWords.test(first.text) || first.text.toLowerCase().includes(seriesTitle.toLowerCase());
  const date = findDate(first.text);
  if (first.depth > 1)
    return date !== undefined && (named || removeDate(first.text) === '') ? first : undefined;
  if (date !== undefined || named) return first;
  return rest.some(({ depth }) => depth === 1) ? undefined : first;
}

const kinds: Readonly<Record<string, Block['kind']>> = {
  pre: 'code',
  table: 'table',
  ul: 'list',
  ol: 'list',
};

/** Where the words around a mention end: the innermost paragraph, list item or table row. */
const passages = new Set(['p', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Longer passages are cut around the mention: one that names hundreds would be repeated whole for each. */
const longestPassage = 4_000;
/** Plain text on either side of a mention in a passage that is cut. */
const wordsAround = 300;

/** What of a passage makes up an excerpt: no lists inside it, and the cells of a row in a line. */
function partsOf(passage: Element): ElementContent[] {
  if (passage.tagName !== 'tr') {
    return passage.children.filter(
      (node) => !(isElement(node) && kinds[node.tagName] !== undefined),
    );
  }
  const cells = passage.children.filter(isElement);
  const separator: ElementContent = { type: 'text', value: ' · ' };
  return cells.flatMap((cell, index) =>
    index === 0 ? cell.children : [separator, ...cell.children],
  );
}

/** The parts on one side of a mention, nearest first, as far as the words go. */
function cutParts(parts: readonly ElementContent[], fromEnd: boolean): ElementContent[] {
  const kept: ElementContent[] = [];
  let left = wordsAround;
  for (const part of fromEnd ? parts.toReversed() : parts) {
    const text = plainText(part);
    if (text.length > left) {
      const words = fromEnd ? text.slice(-left) : text.slice(0, left);
      kept.push({ type: 'text', value: fromEnd ? `…${words}` : `${words}…` });
      break;
    }
    kept.push(part);
    left -= text.length;
  }
  return fromEnd ? kept.reverse() : kept;
}

/** Whether a node is the arrow from a footnote back to its number, which leads nowhere outside of the note. */
const isWayBack = (node: ElementContent): boolean =>
  node.type === 'element' && node.properties['dataFootnoteBackref'] !== undefined;

/** Prints the excerpts of mentions; a passage that holds several is printed once. */
function excerptPrinter(print: NoteInput['print']) {
  const printed = new Map<Element, string>();
  return (passage: Element, mention: Element): string => {
    const known = printed.get(passage);
    if (known !== undefined) return known;
    const parts = partsOf(passage).filter((part) => !isWayBack(part));
    const whole = parts.reduce((sum, part) => sum + plainText(part).length, 0);
    if (whole <= longestPassage) {
      const html = print(parts).trim();
      printed.set(passage, html);
      return html;
    }
    const at = parts.indexOf(mention);
    // A mention inside emphasis, or in a list that is no part of the excerpt, speaks for itself.
    if (at < 0) return print([mention]);
    return print([
      ...cutParts(parts.slice(Math.max(0, at - 100), at), true),
      mention,
      ...cutParts(parts.slice(at + 1, at + 100), false),
    ]).trim();
  };
}

/** A line that only says in which issue the meeting was announced, as many templates have one. */
const ANNOUNCEMENT = /^(?:github|agenda|meeting|announcement) issue\s*[:：]\s*\S+$/i;

/** The mentions in one block, in the order of the text. An issue that announces the meeting was not discussed in it. */
function mentionsIn(
  block: Element,
  input: NoteInput,
  place: Pick<Mention, 'section' | 'block'>,
): Mention[] {
  const mentions: Mention[] = [];
  const excerptOf = excerptPrinter(input.print);
  const walk = (node: Nodes, passage: Element): void => {
    if (node.type !== 'element') return;
    const linked = input.text.references.get(node);
    if (linked !== undefined) {
      if (ANNOUNCEMENT.test(plainText(passage))) return;
      const { reference, kind, url, line, column } = linked;
      const excerpt = excerptOf(passage, node);
      mentions.push({ reference, ...(kind && { kind }), url, ...place, line, column, excerpt });
      return;
    }
    const inner = passages.has(node.tagName) ? node : passage;
    for (const child of node.children) walk(child, inner);
  };
  walk(block, block);
  return mentions;
}

interface Draft {
  opening: Block[];
  sections: Section[];
  mentions: Mention[];
  elements: { element: Element; block: Block; section: number }[];
}

/** Levels as shown: nested below the page's own heading, without jumps. */
function nesting(
  headings: readonly HeadingElement[],
  title: HeadingElement | undefined,
  elements: readonly Element[],
) {
  const later = headings.filter((heading) => heading !== title);
  // One more first-level heading after the title is a slip of the pen; several are a structure, as is one that
  // stands right over a lower heading: a second meeting of the day.
  const [first, ...others] = later.filter(({ depth }) => depth === 1);
  const below = first && elements[elements.indexOf(first.element) + 1];
  const isOver = later.some(({ element, depth }) => element === below && depth > 1);
  const slip = title?.depth === 1 && others.length === 0 && !isOver;
  const open: { depth: number; id: string }[] = [];
  return later.map(({ element, depth }) => {
    const shown = slip && depth === 1 ? 2 : depth;
    while ((open.at(-1)?.depth ?? 0) >= shown) open.pop();
    const parent = open.at(-1)?.id;
    const id = String(element.properties['id'] ?? '');
    open.push({ depth: shown, id });
    return { element, id, parent, level: Math.min(open.length + 1, 6) };
  });
}

function readSections(
  input: NoteInput,
  headings: readonly HeadingElement[],
  title: HeadingElement | undefined,
): Draft {
  const elements = input.text.tree.children.filter(isElement);
  const nested = new Map(nesting(headings, title, elements).map((entry) => [entry.element, entry]));
  const draft: Draft = { opening: [], sections: [], mentions: [], elements: [] };
  for (const element of elements) {
    if (element === title?.element) continue;
    const entry = nested.get(element);
    if (entry !== undefined) {
      const section = {
        id: entry.id,
        heading: plainText(element),
        html: input.print(element.children),
        depth: Number(element.tagName.slice(1)),
        level: entry.level,
        ...(entry.parent !== undefined && { parent: entry.parent }),
        line: lineOf(element),
        blocks: [],
      } as unknown as Section;
      draft.sections.push(section);
      draft.mentions.push(...mentionsIn(element, input, { section: section.id }));
      continue;
    }
    const section = draft.sections.at(-1);
    const blocks = section?.blocks ?? draft.opening;
    const block: Block = {
      kind: kinds[element.tagName] ?? 'text',
      line: lineOf(element),
      text: plainText(element),
      html: input.print([element]),
    };
    const place = { ...(section && { section: section.id }), block: blocks.length };
    draft.mentions.push(...mentionsIn(element, input, place));
    blocks.push(block);
    draft.elements.push({ element, block, section: draft.sections.length });
  }
  return draft;
}

/** Those present, and what was decided or is to be done, where the note marks them; blocks of the first are marked. */
function readMinutes({ elements, sections }: Draft, print: NoteInput['print']) {
  const attendees = new Map<string, Attendee>();
  const outcomes: Record<Outcome['kind'], MeetingOutcome[]> = {
    decision: [],
    action: [],
    item: [],
  };
  const discussed = new Set<Section | undefined>();
  let label: { kind: 'decision' | 'action'; section: Section | undefined } | undefined;
  let absent: { section: Section | undefined } | undefined;
  for (const { element, block, section: count } of elements) {
    const section = sections[count - 1];
    const items = section === undefined ? [] : agendaItems(element, section.heading);
    if (section !== undefined && items.length > 0) {
      section.agenda = [...(section.agenda ?? []), ...items];
    }
    const present = section !== undefined && isAttendanceHeading(section.heading);
    // Those present are listed at the head of a note, or under a heading that says so.
    if (present || section === undefined || count === 1) {
      const isOfAbsent = absent !== undefined && absent.section === section;
      const read = isOfAbsent ? [] : readAttendance(element, present);
      absent = isAbsenceLabel(element) ? { section } : undefined;
      for (const attendee of read) attendees.set(JSON.stringify(attendee), attendee);
      if (read.length > 0) {
        block.kind = 'attendance';
        block.present = read.length;
      }
    }
    if (present) continue;
    const heading = section?.heading ?? '';
    // What people went on to say below a conclusion is none.
    if (isSpeech(block.text)) discussed.add(section);
    const isLabelled = label?.section === section && isList(element);
    const byHeading = kindBelow(heading);
    const under = isLabelled
      ? label?.kind
      : byHeading === 'decision' && discussed.has(section)
        ? undefined
        : byHeading;
    const kind = labelOf(element);
    label = kind && { kind, section };
    if (label !== undefined) continue;
    for (const { kind, done, text, nodes, line } of findOutcomes(element, under)) {
      outcomes[kind].push({
        ...(section && { section: section.id }),
        line,
        text,
        html: print(nodes).trim(),
        ...(kind !== 'decision' && { done }),
      });
    }
  }
  return {
    ...(attendees.size > 0 && { attendees: [...attendees.values()] }),
    ...(outcomes.decision.length > 0 && { decisions: outcomes.decision }),
    ...(outcomes.action.length > 0 && { actions: outcomes.action }),
    ...(outcomes.item.length > 0 && { boxes: outcomes.item }),
  };
}

/** When a meeting was, and what tells it from others of its day. */
interface DatedNote {
  date: MeetingDate;
  slug?: string;
  /** What gave the date, for messages. */
  source: string;
}

/** The date of a note, by its path, else its front matter, else its heading; or why it has none. */
function readDate(
  { file, shown, frontMatter, frontMatterLines }: NoteInput,
  heading: HeadingElement | undefined,
  inHeading: FoundDate | undefined,
): DatedNote | Diagnostic {
  const place = { file: shown, line: 1, column: 1 };
  const fromPath = dateFromPath(file);
  if (fromPath !== undefined) {
    return 'problem' in fromPath
      ? diagnose('date-impossible', place, { text: fromPath.text })
      : { ...fromPath, source: 'the file name' };
  }
  const given = frontMatter.date as MeetingDate | undefined;
  if (given !== undefined)
    return { date: given, source: `line ${frontMatterLines.get('date') ?? 1}` };
  return inHeading !== undefined && heading !== undefined
    ? { date: inHeading.date, source: `line ${heading.line}` }
    : diagnose('date-missing', place, {});
}

/**
 * Reads the meeting from a note's tree: date, title, recordings, sections and mentions, each with
 * its source line. Gives the meeting unless a finding of error level stands against it.
 */
export function readNote(input: NoteInput): { meeting?: Meeting; diagnostics: Diagnostic[] } {
  const { shown, frontMatter, settings } = input;
  const at = (line: number, column = 1): Place => ({ file: shown, line, column });
  const headings = headingsOf(input.text.tree);
  const title = titleHeading(headings, settings.title);
  const inHeading = title && findDate(title.text);
  const dated = readDate(input, title, inHeading);
  if ('code' in dated) return { diagnostics: [dated] };
  const { date } = dated;
  const diagnostics: Diagnostic[] = [];
  if (frontMatter.date !== undefined && frontMatter.date !== date) {
    const line = input.frontMatterLines.get('date') ?? 1;
    const facts = { given: frontMatter.date, name: date };
    diagnostics.push(diagnose('date-contradiction', at(line), facts));
  }
  const agrees = title !== undefined && findDates(title.text).some((found) => found.date === date);
  const contradicted = agrees ? undefined : inHeading?.date;
  if (contradicted !== undefined && title !== undefined) {
    const column = (title.element.position?.start.column ?? 1) + title.depth + 1 + inHeading!.start;
    const facts = { heading: contradicted, name: date, nameLine: dated.source };
    diagnostics.push(diagnose('date-heading', at(title.line, column), facts));
  }
  const draft = readSections(input, headings, title);
  const recordings = findRecordings(draft.elements, frontMatter.recording);
  const minutes = readMinutes(draft, input.print);
  const written = frontMatter.title ?? title?.text;
  const parsed = meetingSchema.safeParse({
    id: dated.slug === undefined ? date : `${date}-${dated.slug}`,
    date,
    title: (written && removeDate(written)) || settings.title,
    file: input.file,
    ...(title && {
      heading: {
        id: String(title.element.properties['id'] ?? ''),
        text: title.text,
        line: title.line,
      },
    }),
    ...(contradicted && { headingDate: contradicted }),
    recordings,
    ...(frontMatter.repository && { repository: frontMatter.repository }),
    topics: frontMatter.topics ?? [],
    opening: draft.opening,
    sections: draft.sections,
    mentions: draft.mentions,
    links: [...input.text.links],
    ...minutes,
    ...(input.text.images?.length && { images: [...input.text.images] }),
  });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const line = input.frontMatterLines.get(String(path[0])) ?? 1;
      const facts = { key: path.join('.'), reason: message };
      diagnostics.push(diagnose('note-invalid', at(line), facts));
    }
  }
  return {
    ...(parsed.success && !hasErrors(diagnostics) && { meeting: parsed.data }),
    diagnostics,
  };
}
