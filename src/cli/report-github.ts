import type { Diagnostic, Severity } from '../archive/diagnostics/diagnostic.ts';
import { countDiagnostics, withoutControls } from '../archive/diagnostics/report.ts';

// The escapes of GitHub's workflow commands: a value of a property also ends at a colon or a comma.
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** GitHub shows at most ten annotations of a kind for one step: the gravest go first. */
const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** Findings as annotations of a GitHub workflow, which GitHub shows on the lines of a pull request. */
export function reportGithub(diagnostics: readonly Diagnostic[]): string {
  const annotations = diagnostics
    .toSorted((a, b) => order[a.severity] - order[b.severity])
    .map(({ file, line, column, severity, code, message, fix }) => {
      const place = `file=${escapeProperty(file)},line=${line},col=${column}`;
      const words = `${withoutControls(message)}\n${withoutControls(fix)}`;
      return `::${severity} ${place},title=${escapeProperty(code)}::${escapeData(words)}`;
    });
  return [...annotations, `${countDiagnostics(diagnostics)}.`, ''].join('\n');
}
