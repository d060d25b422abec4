import type { Element, Nodes } from 'hast';

import type { Recording } from '../meeting.ts';
import { besidesLists, isList } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import type { Heading } from './heading.ts';
import { canBeRecording, isRecordingLabel, parseRecording } from './recording.ts';
import type { Draft } from './section.ts';

/**
 * Links for the whole meeting stand at the top of a note: before the first section, or in its first two. Those below
 * a heading that says so may stand anywhere.
 */
const lastSectionOfLinks = 2;

/** A longer text before a link is what somebody said. */
const longestLabel = 60;

interface LabelledLink {
  url: string;
  label: string;
  words: string;
  /** Whether nothing but the label stands beside the link. */
  alone: boolean;
  /** Whether it stands in a list within a list. */
  nested: boolean;
  /** Whether the lines before it, in the same list item, say something else. */
  behindWords: boolean;
}

/** The links of a block, each with the text before it in its own paragraph or list item. */
function labelledLinks(block: Element): LabelledLink[] {
  const found: LabelledLink[] = [];
  const texts = new Map<Element, string>();
  const textOf = (line: Element): string => {
    const text =
      texts.get(line) ?? plainText({ ...line, tagName: 'pre', children: besidesLists(line) });
    texts.set(line, text);
    return text;
  };
  // The last link of the paragraph or item that is gone through, which has the lines up to it to itself.
  let previous: { line: Element; words: string } | undefined;
  const walk = (node: Nodes, line: Element, lists: number): void => {
    if (node.type !== 'element') return;
    if (node.tagName === 'a') {
      const words = plainText(node);
      const own = textOf(line);
      const [before = '', after = ''] = own.split(words, 2);
      const start = before.lastIndexOf('\n') + 1;
      const isOfAnother =
        previous?.line === line && before.slice(0, start).includes(previous.words);
      previous = { line, words };
      found.push({
        url: String(node.properties['href'] ?? ''),
        label: before.slice(isOfAnother ? start : 0).trim(),
        words,
        nested: lists > 1,
        behindWords: lists > 0 && start > 0 && !isRecordingLabel(before.slice(0, start)),
        alone: after.trim() === '' && (before.trim() === '' || isRecordingLabel(before)),
      });
      return;
    }
    const inner = node.tagName === 'p' || node.tagName === 'li' ? node : line;
    for (const child of node.children) walk(child, inner, lists + Number(isList(node)));
  };
  walk(block, block, 0);
  return found;
}

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
  const recordings = new Map<string, Recording>();
  const add = (url: string, video = parseRecording(url)): void => {
    const recording = video ?? { provider: 'other', url };
    if (!recordings.has(recording.url)) recordings.set(recording.url, recording);
  };
  for (const { element } of headings) {
    for (const { url, words } of labelledLinks(element)) {
      if (isRecordingLabel(words) && canBeRecording(url)) add(url);
    }
  }
  for (const { element, block, section } of blocks) {
    const heading = sections[section - 1]?.heading ?? '';
    const isBelow = /record/i.test(heading) && isRecordingLabel(heading);
    if (section > lastSectionOfLinks && !isBelow) continue;
    const links = labelledLinks(element);
    let only = section === 0 && links.length > 0;
    for (const { url, label, words, alone, nested, behindWords } of links) {
      const named = !behindWords && (isRecordingLabel(label) || isRecordingLabel(words));
      const video = parseRecording(url);
      const isLone = isBelow && alone && (video !== undefined || words === url);
      // In a note without headings all that was said stands at the top; what was shown there is no recording.
      const isSaid = nested || behindWords || label.length > longestLabel;
      const counts = named || isLone || (section === 0 && video !== undefined && !isSaid);
      const isOne = counts && canBeRecording(url);
      only &&= isOne && alone;
      if (isOne) add(url, video);
    }
    const emptyLabel = section === 0 && links.length === 0 && isRecordingLabel(block.text);
    if (block.kind === 'text' && (only || emptyLabel)) block.kind = 'recording';
  }
  if (given === undefined) return [...recordings.values()];
  return [given].flat().map((url) => parseRecording(url) ?? { provider: 'other', url });
}
