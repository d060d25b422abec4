import type { Element } from 'hast';

import type { Recording } from '../meeting.ts';
import type { Heading } from './heading.ts';
import { type LabelledLink, labelledLinks } from './labelled-link.ts';
import { canBeRecording, isRecordingLabel, parseRecording } from './recording.ts';
import type { Draft } from './section.ts';

/**
 * Links for the whole meeting stand at the top of a note: before the first section, or in its first two. Those below
 * a heading that says so may stand anywhere.
 */
const lastSectionOfLinks = 2;

/** A longer text before a link is what somebody said. */
const longestLabel = 60;

/** Where a block stands: before the first section, or below a heading that says that recordings follow. */
interface Place {
  isTop: boolean;
  isBelowLabel: boolean;
}

/** Whether a link of a block is taken for a recording of the meeting. */
function isRecording(link: LabelledLink, { isTop, isBelowLabel }: Place): boolean {
  const { url, label, words, alone, nested, behindWords } = link;
  if (!canBeRecording(url)) return false;
  if (!behindWords && (isRecordingLabel(label) || isRecordingLabel(words))) return true;
  const isVideo = parseRecording(url) !== undefined;
  if (isBelowLabel && alone && (isVideo || words === url)) return true;
  // In a note without headings all that was said stands at the top; what was shown there is no recording.
  const isSaid = nested || behindWords || label.length > longestLabel;
  return isTop && isVideo && !isSaid;
}

/** The links of headings that say that they lead to a recording. */
function recordingsOfHeadings(headings: readonly Heading[]): string[] {
  return headings
    .flatMap(({ element }) => labelledLinks(element))
    .filter(({ url, words }) => isRecordingLabel(words) && canBeRecording(url))
    .map(({ url }) => url);
}

/** The links of a block that are recordings, and whether it holds nothing else, or only the label of one. */
function recordingsOfBlock(
  element: Element,
  text: string,
  place: Place,
): { urls: string[]; isNothingElse: boolean } {
  const links = labelledLinks(element);
  const found = links.filter((link) => isRecording(link, place));
  const isNothingElse =
    place.isTop &&
    (links.length === 0
      ? isRecordingLabel(text)
      : found.length === links.length && links.every(({ alone }) => alone));
  return { urls: found.map(({ url }) => url), isNothingElse };
}

/** A recording by its address: of a video where it is one that can be played at a time, or of anything else. */
const recordingAt = (url: string): Recording => parseRecording(url) ?? { provider: 'other', url };

/**
 * The recordings that a note links at its top, or those its front matter names. A link to a video before the first
 * section counts behind any label or none; further down, on other hosts, and in its title or one of the headings that
 * stand at its top over nothing, it needs a label or a heading that says so. Blocks that hold nothing but a recording,
 * or the label of one that was never filled in, are marked as such.
 */
export function findRecordings(
  { blocks, sections }: Pick<Draft, 'blocks' | 'sections'>,
  headings: readonly Heading[],
  given: string | string[] | undefined,
): Recording[] {
  const found = recordingsOfHeadings(headings);
  for (const { element, block, section } of blocks) {
    const heading = sections[section - 1]?.heading ?? '';
    const isBelowLabel = /record/i.test(heading) && isRecordingLabel(heading);
    if (section > lastSectionOfLinks && !isBelowLabel) continue;
    const place = { isTop: section === 0, isBelowLabel };
    const { urls, isNothingElse } = recordingsOfBlock(element, block.text, place);
    found.push(...urls);
    if (block.kind === 'text' && isNothingElse) block.kind = 'recording';
  }
  if (given !== undefined) return [given].flat().map(recordingAt);
  const recordings = new Map<string, Recording>();
  // Of several links to one recording the first says where it begins.
  for (const one of found.map(recordingAt)) {
    if (!recordings.has(one.url)) recordings.set(one.url, one);
  }
  return [...recordings.values()];
}
