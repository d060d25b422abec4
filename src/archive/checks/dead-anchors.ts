import { findingsPerFile } from '../diagnostics/diagnostic-list.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Meeting, anchorsOf } from '../meeting.ts';
import { nearAnchor } from '../text/near-anchor.ts';

/** A warning for each link to another note that does not hit an anchor of it; the nearest one is proposed. */
export function checkDeadAnchors(
  meetings: readonly Meeting[],
  shownPath: (file: string) => string,
): Diagnostic[] {
  const anchors = new Map(meetings.map((meeting) => [meeting.id, new Set(anchorsOf(meeting))]));
  const diagnostics: Diagnostic[] = [];
  for (const { file, links } of meetings) {
    let dead = 0;
    for (const { meeting, anchor, target, line, column } of links) {
      const ids = anchors.get(meeting);
      if (ids === undefined || anchor === undefined || ids.has(anchor)) continue;
      dead += 1;
      const near = dead > findingsPerFile ? undefined : nearAnchor(anchor, [...ids]);
      diagnostics.push(
        diagnose('anchor-dead', { file: shownPath(file), line, column }, { target, near }),
      );
    }
  }
  return diagnostics;
}
