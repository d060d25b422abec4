import { nearest } from './nearest.ts';

// Comparing takes time that grows with both lengths and with the headings; a note may be made to cost much.
const longest = 100;
const mostHeadings = 500;

/** Of the anchors that headings have the one that was meant by another, if any is alike or begins alike. */
export function nearAnchor(anchor: string, anchors: readonly string[]): string | undefined {
  // Of one or two letters any others would be near.
  const compared =
    anchor.length < 3 || anchor.length > longest
      ? []
      : anchors.slice(0, mostHeadings).filter(({ length }) => length <= longest);
  return (
    nearest(anchor, compared) ??
    anchors.find((other) => other.startsWith(anchor) || anchor.startsWith(other))
  );
}
