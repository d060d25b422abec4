import { type FoundDate, findDate, findDates } from '../dates/date-in-text.ts';
import { dateFromPath } from '../dates/date-of-path.ts';
import type { MeetingDate } from '../dates/date.ts';
import { findLabelledDate } from '../dates/labelled-date.ts';
import { type Diagnostic, type Place, diagnose } from '../diagnostics/diagnostic.ts';
import type { Heading } from './heading.ts';
import type { NoteInput } from './note-input.ts';

type DateInput = Pick<NoteInput, 'file' | 'shown' | 'text' | 'frontMatter' | 'frontMatterLines'>;

/** When a meeting was, and what tells it from others of its day. */
interface GivenDate {
  date: MeetingDate;
  slug?: string;
  /** What gave the date, for messages. */
  source: string;
}

/** The date of a note, by its path, else its front matter, its title, or a line at its head; or why it has none. */
function findGivenDate(
  { file, shown, text, frontMatter, frontMatterLines }: DateInput,
  title: Heading | undefined,
  inTitle: FoundDate | undefined,
): GivenDate | Diagnostic {
  const place = { file: shown, line: 1, column: 1 };
  const fromPath = dateFromPath(file);
  if (fromPath !== undefined) {
    return 'problem' in fromPath
      ? diagnose('date-impossible', place, { text: fromPath.text })
      : { ...fromPath, source: 'the file name' };
  }
  const given = frontMatter.date as MeetingDate | undefined;
  if (given !== undefined)
    return { date: given, source: `line ${frontMatterLines.get('date') ?? 1}` };
  if (inTitle !== undefined && title !== undefined) {
    return { date: inTitle.date, source: `line ${title.line}` };
  }
  const labelled = findLabelledDate(text.tree);
  return labelled === undefined
    ? diagnose('date-missing', place, {})
    : { date: labelled.date, source: `line ${labelled.line}` };
}

/** The date of a note, and what of the note speaks against it. */
export interface NoteDate {
  /** Missing where the note has none, or an impossible one. */
  dated?: Pick<GivenDate, 'date' | 'slug'>;
  /** What the title says instead. */
  headingDate?: MeetingDate;
  diagnostics: Diagnostic[];
}

/** Reads the date of a note; one that its front matter or its title gives otherwise is reported. */
export function readDate(input: DateInput, title: Heading | undefined): NoteDate {
  const inTitle = title && findDate(title.text);
  const dated = findGivenDate(input, title, inTitle);
  if ('code' in dated) return { diagnostics: [dated] };
  const { date, source } = dated;
  const { frontMatter, frontMatterLines, shown } = input;
  const at = (line: number, column: number): Place => ({ file: shown, line, column });
  const diagnostics: Diagnostic[] = [];
  if (frontMatter.date !== undefined && frontMatter.date !== date) {
    const facts = { given: frontMatter.date, name: date };
    diagnostics.push(
      diagnose('date-contradiction', at(frontMatterLines.get('date') ?? 1, 1), facts),
    );
  }
  const agrees = title !== undefined && findDates(title.text).some((found) => found.date === date);
  if (agrees || title === undefined || inTitle === undefined) return { dated, diagnostics };
  const column = (title.element.position?.start.column ?? 1) + title.depth + 1 + inTitle.start;
  const facts = { heading: inTitle.date, name: date, nameLine: source };
  diagnostics.push(diagnose('date-heading', at(title.line, column), facts));
  return { dated, headingDate: inTitle.date, diagnostics };
}
