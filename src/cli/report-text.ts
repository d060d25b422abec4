import { styleText } from 'node:util';

import { findDate } from '../archive/dates/date-in-text.ts';
import type { Diagnostic, Severity } from '../archive/diagnostics/diagnostic.ts';
import { countDiagnostics, withoutControls } from '../archive/diagnostics/report.ts';
import { countOf } from '../archive/text/count.ts';

/** What a report is printed with. */
export interface TextReport {
  /** The text of a file by its path as shown, where it could be read. */
  textOf: (file: string) => string | undefined;
  colour: boolean;
  /** How many notes were read. */
  notes: number;
}

type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<Severity, Style>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  notice: ['bold', 'blue'],
};

/** Of a longer line, only this much around the place is shown. */
const longestLine = 100;
const longestMark = 40;

/** The line of a finding, cut to a width around its column, and the marks below it. */
function excerpt(line: string, column: number): { shown: string; marks: string } {
  const at = Math.min(Math.max(column - 1, 0), line.length);
  const from = line.length <= longestLine || at < 60 ? 0 : at - 40;
  const cut = line.slice(from, from + longestLine);
  const before = from === 0 ? '' : '… ';
  const after = from + longestLine < line.length ? ' …' : '';
  const room = Math.max(1, cut.length - (at - from));
  const rest = line.slice(at, at + longestMark);
  const date = findDate(rest);
  // A date is one thing, however many words it has.
  const word = date?.start === 0 ? date.end : (/^\S+/.exec(rest)?.[0].length ?? 1);
  const length = Math.max(1, Math.min(word, longestMark, room));
  return {
    shown: withoutControls(before + cut + after),
    marks: `${' '.repeat(before.length + at - from)}${'^'.repeat(length)}`,
  };
}

/** Findings grouped by file, each with its line of the source and what to do. */
export function reportText(diagnostics: readonly Diagnostic[], report: TextReport): string {
  const paint = (style: Style, text: string): string =>
    report.colour ? styleText(style, text, { validateStream: false }) : text;
  const out: string[] = [];
  let file: string | undefined;
  let lines: string[] = [];
  for (const diagnostic of diagnostics) {
    const { line, column, severity, code, message, fix } = diagnostic;
    if (diagnostic.file !== file) {
      file = diagnostic.file;
      lines = report.textOf(file)?.split('\n') ?? [];
      out.push(paint('underline', withoutControls(file)), '');
    }
    const place = paint('dim', `${line}:${column}`);
    out.push(`  ${place} ${paint(styles[severity], severity)} ${code}`);
    out.push(`    ${withoutControls(message)}`);
    const source = lines[line - 1];
    if (source !== undefined && source.trim() !== '') {
      const { shown, marks } = excerpt(source, column);
      const gutter = String(line).length;
      out.push(`    ${paint('dim', `${line} |`)} ${shown}`);
      out.push(`    ${paint('dim', `${' '.repeat(gutter)} |`)} ${paint(styles[severity], marks)}`);
    }
    out.push(`    ${paint('green', 'fix:')} ${withoutControls(fix)}`, '');
  }
  const notes = countOf(report.notes, 'note');
  out.push(`${notes} read: ${countDiagnostics(diagnostics)}.`, '');
  return out.join('\n');
}
