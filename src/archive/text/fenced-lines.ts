import { closesFence, fenceOf } from './fence.ts';

/**
 * The indexes of the lines that belong to fenced code, its fences included. A block that is never closed goes on to
 * the end.
 */
export function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const open = fence ?? fenceOf(line);
    if (open === undefined) continue;
    fenced.add(index);
    fence = fence !== undefined && closesFence(line, fence) ? undefined : open;
  }
  return fenced;
}
