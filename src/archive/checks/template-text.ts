import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting } from '../meeting.ts';
import { fencedLines } from '../text/fenced-lines.ts';

/**
 * What a template asks to be replaced. A day with a time behind it is the name of a format (`YYYY-MM-DDTHH:mm`). Angle
 * brackets need a word that says so: notes are full of `<type>`.
 */
const placeholder =
  /\bYYYY[-/. ]MM[-/. ]DD\b(?!['’]?T)|<(?:insert|your|add|fill in|enter|paste)\b[^<>\n]{0,60}>|\[(?:insert|fill in|enter|paste)\b[^[\]\n]{0,60}\](?![([])|\{\{[^{}\n]{1,60}\}\}|\blorem ipsum\b/i;

/** What every placeholder starts with; hardly a note holds any of it. */
const start =
  /YYYY|<(?:insert|your|add|fill in|enter|paste)\b|\[(?:insert|fill in|enter|paste)\b|\{\{|lorem ipsum/i;

/** A notice for each line on which something of the template still waits to be replaced; code is passed over. */
export function checkTemplateText(
  meeting: Meeting,
  textOf: (meeting: Meeting) => string,
  shownPath: (file: string) => string,
): Diagnostic[] {
  const text = textOf(meeting);
  if (!start.test(text)) return [];
  const lines = text.split('\n');
  const code = fencedLines(lines);
  return lines.flatMap((line, index): Diagnostic[] => {
    if (code.has(index)) return [];
    const found = placeholder.exec(line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)));
    if (found === null) return [];
    const place = { file: shownPath(meeting.file), line: index + 1, column: found.index + 1 };
    return [diagnose('template-unfilled', place, { text: found[0] })];
  });
}
