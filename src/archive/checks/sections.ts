import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting, Section } from '../meeting.ts';
import type { Routine } from '../passages/routine.ts';
import { parseRepositoryHeading } from '../references/repository-heading.ts';

/** Whether a heading lists what was to come rather than telling what was said: a repository, a reference. */
function isAgenda(meeting: Meeting, section: Section): boolean {
  return (
    parseRepositoryHeading(section.heading) !== undefined ||
    meeting.mentions.some(
      (mention) => mention.section === section.id && mention.block === undefined,
    )
  );
}

/** Whether a heading says all that there is to say: `Scribe: Ann`, or a link. */
function saysItself({ heading, html }: Section): boolean {
  return /^[^:：]{2,60}[:：] ?\S/u.test(heading) || html.includes('<a ');
}

/** A notice for each heading of a note's own over nothing at all. */
export function checkEmptySections(
  meeting: Meeting,
  routine: Routine,
  shownPath: (file: string) => string,
): Diagnostic[] {
  const parents = new Set(meeting.sections.map(({ parent }) => parent));
  return meeting.sections
    .filter(
      (section) =>
        section.blocks.length === 0 &&
        !parents.has(section.id) &&
        !routine.isRoutineHeading(section.heading) &&
        !isAgenda(meeting, section) &&
        !saysItself(section),
    )
    .map(({ heading, line }) =>
      diagnose('section-empty', { file: shownPath(meeting.file), line, column: 1 }, { heading }),
    );
}

/** A notice for a heading that stands twice beneath the same heading; those that a series repeats are left alone. */
export function checkDuplicateHeadings(
  meeting: Meeting,
  routine: Routine,
  shownPath: (file: string) => string,
): Diagnostic[] {
  const first = new Map<string, Section>();
  return meeting.sections.flatMap((section): Diagnostic[] => {
    const { heading, parent, line, id } = section;
    const key = `${parent ?? ''}\n${heading.toLowerCase()}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, section);
      return [];
    }
    if (routine.isRoutineHeading(heading) || heading === '') return [];
    const place = { file: shownPath(meeting.file), line, column: 1 };
    return [diagnose('heading-twice', place, { heading, line: other.line, anchor: id })];
  });
}
