import { countOf } from '../text/count.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

// C0 and C1 controls and the marks that turn the direction of text: a note must not steer a terminal.
const steering = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text for a terminal or a log: every control character is shown as one that does nothing. */
export function withoutControls(text: string): string {
  return text.replace(/\t/g, ' ').replace(steering, '\ufffd');
}

/** One finding as text: place, severity and code, what is wrong, and what to do on a line of its own. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message, fix } = diagnostic;
  const first = `${file}:${line}:${column} ${severity} ${code}: ${message}`;
  return `${withoutControls(first)}\n    ${withoutControls(fix)}`;
}

/** How many findings there are of each severity. */
export function tallyDiagnostics(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const tally = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of diagnostics) tally[severity] += 1;
  return tally;
}

/** The number of findings of each severity, in words: `2 errors, 1 warning`; `nothing to report`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = Object.entries(tallyDiagnostics(diagnostics))
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => countOf(count, severity));
  return counts.join(', ') || 'nothing to report';
}
