import { type PrintedLine, linesOf } from '../text/printed.ts';
import { type Span, sentencesOf } from '../text/sentence.ts';
import type { Passage } from './passage.ts';
import { type Routine, ownBlocks } from './routine.ts';

/** A sentence of a line, and its place among those of the passage, template text not counted. */
export interface Sentence extends Span {
  order: number;
}

/** A line of a passage with its sentences. */
export interface ReadLine {
  line: Omit<PrintedLine, 'nodes'>;
  block: number;
  /** Index of the line that this list item stands under. */
  above: number | undefined;
  template: boolean;
  sentences: Sentence[];
}

/** The lines of a passage with their sentences, in order; without code and blocks of template text. */
function readLines({ meeting, section }: Passage, routine: Routine): ReadLine[] {
  let order = 0;
  const lines: ReadLine[] = [];
  const blocks = ownBlocks({ blocks: section?.blocks ?? meeting.opening }, routine);
  for (const [block, { kind, html }] of blocks.entries()) {
    if (kind === 'code') continue;
    const first = lines.length;
    for (const { text, references, item, parent } of linesOf(html)) {
      const above = parent === undefined ? undefined : first + parent;
      const template = routine.isTemplateText(text);
      const sentences = sentencesOf(text).map(({ start, end }): Sentence => {
        if (!template) order += 1;
        return { start, end, order };
      });
      lines.push({ line: { text, references, item }, block, above, template, sentences });
    }
  }
  return lines;
}

// A passage is asked for by the page of each reference and topic that it names, and mostly by pages that are made
// soon after each other; the lines of all passages take more memory than the archive itself.
const mostRemembered = 4_000;
const read = new WeakMap<Routine, Map<object, ReadLine[]>>();

/** The lines of a passage with their sentences, read once for as long as they are asked for. */
export function linesOfPassage(passage: Passage, routine: Routine): ReadLine[] {
  let known = read.get(routine);
  if (known === undefined) read.set(routine, (known = new Map()));
  const place = passage.section ?? passage.meeting;
  const lines = known.get(place) ?? readLines(passage, routine);
  known.delete(place);
  known.set(place, lines);
  for (const oldest of known.keys()) {
    if (known.size <= mostRemembered) break;
    known.delete(oldest);
  }
  return lines;
}
