import type { ReadLine } from '../passages/passage-lines.ts';
import { isBare, wordsSaid } from '../passages/said.ts';
import type { ReferenceKey } from '../references/reference.ts';
import type { Span } from '../text/sentence.ts';
import { deferral } from './sentence-worth.ts';

/** How surely a sentence speaks of the reference, in points added to its worth. */
export const nearness = {
  /** It names the reference. */
  named: 9,
  /** It stands beside a sentence that is only the reference, in one paragraph or item. */
  beside: 6.5,
  /** It introduces a list item that is only the reference. */
  introducing: 5,
  /** It stands elsewhere in the paragraph or item. */
  sameLine: 3.75,
  /** It stands in a line after a mention; less for each line further. */
  after: 4.5,
  eachLine: 0.75,
  mostLines: 4,
  /** It names other references alone. */
  otherwise: -2,
  /** It stands in another item of the list: never told. */
  otherItem: -Infinity,
};

const namesReference = ({ line }: ReadLine, reference: ReferenceKey): boolean =>
  line.references.some(({ key }) => key === reference);

/** The lines of items beside those that name a reference, and of all that stands under them. */
function otherItems(lines: readonly ReadLine[], reference: ReferenceKey): Set<number> {
  const lists = new Set<string>();
  const own = new Set<number>();
  const placeOf = ({ block, above }: ReadLine): string => `${block}:${above ?? ''}`;
  for (const [index, read] of lines.entries()) {
    if (!read.line.item || !namesReference(read, reference)) continue;
    lists.add(placeOf(read));
    for (let at: number | undefined = index; at !== undefined; at = lines[at]?.above) own.add(at);
  }
  const others = new Set<number>();
  for (const [index, read] of lines.entries()) {
    if (own.has(index) || !read.line.item) continue;
    const isUnder = read.above !== undefined && others.has(read.above);
    if (isUnder || lists.has(placeOf(read))) others.add(index);
  }
  return others;
}

/** Points for each line by where it stands to the mentions of a reference; 0 where that tells nothing. */
export function lineNearness(lines: readonly ReadLine[], reference: ReferenceKey): number[] {
  const points = lines.map(({ line }) => (line.references.length > 0 ? nearness.otherwise : 0));
  let last: { index: number; placed: ReadLine } | undefined;
  for (const [index, placed] of lines.entries()) {
    const { line, block, above } = placed;
    if (namesReference(placed, reference)) {
      last = { index, placed };
      points[index] = nearness.sameLine;
      if (!line.item || wordsSaid(line) >= 2) continue;
      // Of a top-level item, the line before the list speaks of it and its siblings.
      const start = lines.findIndex((other) => other.block === block);
      const introducing = above ?? start - 1;
      if (points[introducing] === 0) points[introducing] = nearness.introducing;
      continue;
    }
    if (last === undefined) continue;
    const { placed: mention } = last;
    // The next item of a list is another matter, unless it stands under this one.
    const isSibling = mention.line.item && block === mention.block && above === mention.above;
    if (isSibling || (line.references.length > 0 && isBare(line))) last = undefined;
    else if (index - last.index <= nearness.mostLines && points[index] === 0) {
      points[index] = nearness.after - (index - last.index) * nearness.eachLine;
    }
  }
  for (const index of otherItems(lines, reference)) points[index] = nearness.otherItem;
  return points;
}

/** Points for each sentence of a line, given those of the line. */
export function sentenceNearness(
  { line, sentences }: ReadLine,
  reference: ReferenceKey,
  points: number,
): number[] {
  const names = (sentence: Span | undefined): boolean =>
    sentence !== undefined &&
    line.references.some(
      ({ key, start, end }) => key === reference && start < sentence.end && end > sentence.start,
    );
  // It says nothing, or only where more is said.
  const isSilent = (sentence: Span): boolean =>
    wordsSaid(line, sentence) < 2 || deferral.test(line.text.slice(sentence.start, sentence.end));
  const isBesides = (sentence: Span | undefined): boolean =>
    sentence !== undefined && names(sentence) && isSilent(sentence);
  return sentences.map((sentence, index) => {
    if (names(sentence)) return nearness.named;
    const beside = isBesides(sentences[index + 1]) || isBesides(sentences[index - 1]);
    return beside ? nearness.beside : points;
  });
}
