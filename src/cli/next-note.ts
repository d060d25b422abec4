import path from 'node:path';

import type { MeetingDate } from '../archive/dates/date.ts';
import type { Meeting } from '../archive/meeting.ts';
import { findLeftOpen } from '../archive/passages/carry-over.ts';
import { escapeMarks } from '../archive/text/escape-marks.ts';

/** What the next note is made of. */
interface NoteParts {
  /** Its path below the folder of notes, `/`-separated. */
  file: string;
  date: MeetingDate;
  /** What `template.md` says, where there is one. */
  template: string | undefined;
  /** The name of the series, for where there is none. */
  title: string;
  /** The meeting before it. */
  last: Meeting | undefined;
}

/** A section with a line for each thing that a meeting left open, with a link to where; empty where there is none. */
function leftOpen(last: Meeting | undefined, file: string): string {
  const items = last === undefined ? [] : findLeftOpen(last);
  if (last === undefined || items.length === 0) return '';
  const note = path.posix.relative(path.posix.dirname(file), last.file);
  const lines = items.map(({ section, heading, text }) => {
    const address = `${note}${section === undefined ? '' : `#${section}`}`;
    return `- [${escapeMarks(heading)}](<${address}>): ${escapeMarks(text)}`;
  });
  return `## Left open on ${last.date}\n\n${lines.join('\n')}\n`;
}

/**
 * The next note in Markdown: the template with its date, and behind its agenda, else at its end, what the last meeting
 * left open.
 */
export function nextNote({ file, date, template, title, last }: NoteParts): string {
  const base = (template ?? `# ${title} YYYY-MM-DD\n\n## Agenda\n`).replaceAll('YYYY-MM-DD', date);
  const text = `${base.trimEnd()}\n`;
  const open = leftOpen(last, file);
  if (open === '') return text;
  const headings = [...text.matchAll(/^## .*$/gm)];
  const agenda = headings.findIndex(([heading]) => /\bagenda\b/i.test(heading));
  const after = headings[agenda + 1];
  if (agenda < 0 || after === undefined) return `${text}\n${open}`;
  return `${text.slice(0, after.index)}${open}\n${text.slice(after.index)}`;
}
