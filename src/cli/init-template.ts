import type { Archive } from '../archive/archive.ts';
import { guessTitle } from '../archive/guess.ts';

/** The headings of some lists, the latest last, in an order that keeps to that of the latest list with each. */
function inOrder(lists: readonly (readonly string[])[]): string[] {
  const ordered: string[] = [];
  for (const list of lists.toReversed()) {
    for (const [index, heading] of list.entries()) {
      if (ordered.includes(heading)) continue;
      const before = list.slice(0, index).findLast((other) => ordered.includes(other));
      ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, heading);
    }
  }
  return ordered;
}

/** `template.md` with the headings of second level that most of the latest notes have. */
export function writeTemplate(archive: Archive): string {
  const title = guessTitle(archive.meetings).value;
  const last = archive.meetings
    .slice(-10)
    .map(({ sections }) => [
      ...new Set(sections.filter(({ depth }) => depth === 2).map(({ heading }) => heading)),
    ]);
  const timesOf = (heading: string): number =>
    last.filter((headings) => headings.includes(heading)).length;
  const usual = inOrder(last)
    .filter((heading) => timesOf(heading) * 2 > last.length)
    .map((heading) => `\n## ${heading}\n`);
  return `# ${title} YYYY-MM-DD\n${usual.join('') || '\n## Agenda\n'}`;
}
