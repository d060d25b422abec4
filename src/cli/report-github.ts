import { gravestFirst } from '../archive/diagnostics/diagnostic-list.ts';
import type { Diagnostic } from '../archive/diagnostics/diagnostic.ts';
import { countDiagnostics, withoutControls } from '../archive/diagnostics/report.ts';

// The escapes of GitHub's workflow commands: a value of a property also ends at a colon or a comma.
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Findings as annotations of a GitHub workflow, which GitHub shows on the lines of a pull request: at most ten of a kind
 * for one step, so that the gravest go first.
 */
export function reportGithub(diagnostics: readonly Diagnostic[]): string {
  const annotations = gravestFirst(diagnostics).map(
    ({ file, line, column, severity, code, message, fix }) => {
      const place = `file=${escapeProperty(withoutControls(file))},line=${line},col=${column}`;
      const words = `${withoutControls(message)}\n${withoutControls(fix)}`;
      return `::${severity} ${place},title=${escapeProperty(code)}::${escapeData(words)}`;
    },
  );
  return [...annotations, `${countDiagnostics(diagnostics)}.`, ''].join('\n');
}
