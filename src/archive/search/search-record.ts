import type { Archive } from '../archive.ts';
import type { Block, Meeting, Section } from '../meeting.ts';
import { ownBlocks } from '../passages/routine.ts';
import { trailOf } from '../passages/trail.ts';
import type { Paths } from '../paths.ts';
import { parseGitHubUrl, referenceLabel } from '../references/reference.ts';
import { withoutEnd } from '../text/without-end.ts';
import { spaceWords } from '../text/word-break.ts';
import { type RecordPart, partMark } from './search-postings.ts';

/** A heading as it goes into the index: one repeated by habit is shown, and never found. */
export interface SearchHeading {
  text: string;
  routine: boolean;
}

/** One section as search sees it; plain text throughout, with `spaceWords` between words that have no space. */
export interface SearchRecord {
  /** Path with its anchor. */
  url: string;
  heading: SearchHeading;
  /** The headings above, outermost first. */
  trail: SearchHeading[];
  /** Labels of the references named in it, also those that stand behind link text. */
  references: string[];
  /** Slugs of the topics that it is about. */
  topics: string[];
  text: string;
  /** It is no section, but the names of those present. */
  isAttendance?: true;
}

const ADDRESS = /\b(?:https?|ftp):\/\/[^\s<>"]+/gi;
/** What belongs to the sentence behind an address. */
const SIGN = /[.,;:!?)\]'*_]/;

/** Words that start so are Pagefind's own marks, which steer the index. */
const STEERING = /_{3,}(?=\S)/g;
/** What parts words for Pagefind, or is taken out of them, but for one space: places are counted here and there. */
const GAPS = /(?! )[\s\u0085\u200b]+|[\s\u0085\u200b]{2,}/g;

const lineText = (text: string): string =>
  spaceWords(text.replaceAll(partMark, ' ').replace(STEERING, '__').replace(GAPS, ' ').trim());

/** A line that is drawn rather than said, as those of a table among the output of a program. */
const DRAWN = /^[-+=|_~*.:\s\u2500-\u257f]*$/;
/** A row of such a table: what stands between its cells is drawn as well. */
const ROW = /^\s*[|\u2502].*[|\u2502]\s*$/;
const undrawn = (line: string): string => {
  if (DRAWN.test(line)) return '';
  return ROW.test(line) ? line.replace(/(?<!\S)[|\u2502]+(?!\S)/g, '') : line;
};

/**
 * The words of blocks on one line, lines told apart by a dot. An address of a reference is put as
 * its label, any other without scheme: `https`, `www` and `github.com` would be found everywhere.
 */
function blocksText(blocks: readonly Block[], archive: Archive): string {
  const shorten = (address: string): string => {
    const url = withoutEnd(address, SIGN);
    const rest = address.slice(url.length);
    const found = parseGitHubUrl(url);
    if (found !== undefined) return referenceLabel(found.reference, archive.home) + rest;
    return url.replace(/^\w+:\/\/(?:www\.)?/i, '').replace(/\/$/, '') + rest;
  };
  return blocks
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => lineText(undrawn(line).replace(ADDRESS, shorten)))
    .filter((line) => line !== '')
    .join(' · ');
}

function recordOf(
  archive: Archive,
  paths: Paths,
  meeting: Meeting,
  section: Section | undefined,
): SearchRecord | undefined {
  const blocks = section === undefined ? { blocks: meeting.opening } : { blocks: section.blocks };
  const text = blocksText(ownBlocks(blocks, archive.routine), archive);
  const named = (heading: string): SearchHeading => ({
    text: lineText(heading),
    routine: archive.routine.isRoutineHeading(heading),
  });
  const heading =
    section === undefined
      ? { text: lineText(meeting.title), routine: true }
      : named(section.heading);
  if (text === '' && heading.routine) return undefined;
  const above = section === undefined ? [] : trailOf(meeting, section);
  return {
    url: paths.meeting(meeting.id, section?.id),
    heading,
    trail: above.map((parent) => named(parent.heading)),
    references: archive.referencesOf(meeting.id, section?.id).map(({ label }) => label),
    topics: [...archive.topicsOf(meeting.id, section?.id)],
    text,
  };
}

/** The names and accounts of those present at a meeting, one a line, where the note has any. */
function attendanceOf(
  paths: Paths,
  { id, title, sections, attendees = [] }: Meeting,
): SearchRecord[] {
  if (attendees.length === 0) return [];
  const lists = sections.find(({ blocks }) => blocks.some(({ kind }) => kind === 'attendance'));
  const names = attendees.map(({ name, handle }) =>
    lineText(handle === undefined ? name : `${name} (${handle})`),
  );
  return [
    {
      url: paths.meeting(id, lists?.id),
      heading: { text: lineText(title), routine: true },
      trail: lists === undefined ? [] : [{ text: lineText(lists.heading), routine: true }],
      references: [],
      topics: [],
      text: names.join(' · '),
      isAttendance: true,
    },
  ];
}

/**
 * The records of one meeting, in the order of its text, and last that of those present. Template text and empty habits
 * are left out.
 */
export function meetingRecords(archive: Archive, paths: Paths, meeting: Meeting): SearchRecord[] {
  const records = [undefined, ...meeting.sections].flatMap((section) => {
    const record = recordOf(archive, paths, meeting, section);
    return record === undefined ? [] : [record];
  });
  return [...records, ...attendanceOf(paths, meeting)];
}

/** A record as one text, whose words are counted to say a place in it. */
export interface RecordText {
  /** Heading, headings above, references and own words, with a `partMark` between each; words a space apart. */
  text: string;
  /** Stretches of words up to `end` that belong to a part, or to none: those are shown and never found. */
  stretches: { part: RecordPart | undefined; words: number; end: number }[];
}

/** The text of a record. */
export function recordText({ heading, trail, references, text }: SearchRecord): RecordText {
  const whole: RecordText = { text: '', stretches: [] };
  let end = 0;
  const add = (words: string, part?: RecordPart): void => {
    if (words === '') return;
    const count = words.split(' ').length;
    end += count;
    whole.text += whole.text === '' ? words : ` ${words}`;
    whole.stretches.push({ part, words: count, end });
  };
  add(heading.text, heading.routine ? undefined : 'heading');
  add(partMark);
  for (const [index, parent] of trail.entries()) {
    if (index > 0) add('›');
    add(parent.text, parent.routine ? undefined : 'trail');
  }
  add(partMark);
  add(references.join(' '), 'references');
  add(partMark);
  add(text, 'text');
  return whole;
}
