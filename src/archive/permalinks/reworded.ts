import { nearest } from '../text/nearest.ts';

/** The words of an anchor, without the number of a repeated heading. */
const wordsOfSlug = (slug: string): string[] =>
  slug.replace(/-\d+$/, '').split('-').filter(Boolean);

/** Whether two anchors (or slugs) read as two wordings of one heading. */
export function isReworded(from: string, to: string): boolean {
  if (nearest(from, [to]) !== undefined) return true;
  const [a, b] = [new Set(wordsOfSlug(from)), new Set(wordsOfSlug(to))];
  const common = [...a].filter((word) => b.has(word)).length;
  return (
    common > 0 && common * 2 >= Math.min(a.size, b.size) && common * 3 >= Math.max(a.size, b.size)
  );
}
