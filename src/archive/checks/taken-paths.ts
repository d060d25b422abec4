import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';

/** A warning for each reference that gets no page, as its owner is named like one of the site's own folders. */
export function checkTakenPaths(
  references: readonly ReferenceThread[],
  shownPath: (file: string) => string,
): Diagnostic[] {
  return references.flatMap(({ hasPage, reference, discussions: [first] }) => {
    const mention = first?.mentions[0];
    if (hasPage || first === undefined || mention === undefined) return [];
    const { line, column } = mention;
    const place = { file: shownPath(first.meeting.file), line, column };
    return [diagnose('path-taken', place, { owner: reference.owner })];
  });
}
