import type { Block, Meeting, Section } from '../meeting.ts';
import { onceFor, onceForLatest } from '../once-for.ts';
import { type PrintedLine, linesOf } from '../text/printed-lines.ts';
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

/** The lines of a passage's blocks with their sentences, in order; without code and blocks of template text. */
function readLines(blocks: Block[], routine: Routine): ReadLine[] {
  let order = 0;
  const lines: ReadLine[] = [];
  for (const [block, { kind, html }] of ownBlocks({ blocks }, routine).entries()) {
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
const readerFor = onceFor((routine: Routine) =>
  onceForLatest(mostRemembered, (place: Section | Meeting) =>
    readLines('blocks' in place ? place.blocks : place.opening, routine),
  ),
);

/** The lines of a passage with their sentences, read once for as long as they are asked for. */
export function linesOfPassage({ meeting, section }: Passage, routine: Routine): ReadLine[] {
  return readerFor(routine)(section ?? meeting);
}
