import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { closesFence, fenceOf } from '../archive/text/fence.ts';

/** The first and the last line, from 1, of what Git wrote into a file for somebody to choose from. */
export interface Conflict {
  first: number;
  last: number;
}

/** The lines that Git puts before, between and behind the two sides of a conflict, with seven marks each. */
const opens = /^<{7} \S/;
const divides = /^={7}$/;
const closes = /^>{7} \S/;

/** The conflicts of a merge that nobody has settled; what stands in fenced code is quoted, and none. */
export function findConflicts(text: string): Conflict[] {
  if (!text.includes('<<<<<<< ')) return [];
  const found: Conflict[] = [];
  let fence: string | undefined;
  let open: { first: number; isDivided: boolean } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (open === undefined && fence !== undefined) {
      if (closesFence(line, fence)) fence = undefined;
    } else if (opens.test(line)) open = { first: index + 1, isDivided: false };
    else if (open === undefined) fence = fenceOf(line);
    else if (divides.test(line)) open.isDivided = true;
    else if (closes.test(line) && open.isDivided) {
      found.push({ first: open.first, last: index + 1 });
      open = undefined;
    }
  }
  return found;
}

/** Whether a text holds no conflict of a merge; each one is reported, with the place of its first line. */
export function isSettled(text: string, file: string, diagnostics: Diagnostic[]): boolean {
  const conflicts = findConflicts(text);
  for (const { first, last } of conflicts) {
    diagnostics.push(diagnose('file-conflict', { file, line: first, column: 1 }, { last }));
  }
  return conflicts.length === 0;
}
