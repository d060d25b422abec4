import { byCodeUnit } from '../text/order.ts';
import { type Diagnostic, diagnose, severities } from './diagnostic.ts';
import { countDiagnostics } from './report.ts';

/** Findings by file, line, column and code, so that a report never flickers. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      byCodeUnit(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      byCodeUnit(a.code, b.code) ||
      byCodeUnit(a.message, b.message),
  );
}

/** Errors before warnings, and these before notices; in their order otherwise. */
export function gravestFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}

/** Findings listed for one file; whoever has more mends these first. */
export const findingsPerFile = 50;

/**
 * Sorted findings with at most `findingsPerFile` for each file, errors before the others, and after them one
 * that counts the rest. Keeps the order.
 */
export function capDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byFile = Map.groupBy(diagnostics, ({ file }) => file);
  return [...byFile.values()].flatMap((found) => {
    if (found.length <= findingsPerFile) return found;
    const kept = new Set(gravestFirst(found).slice(0, findingsPerFile));
    const rest = found.filter((diagnostic) => !kept.has(diagnostic));
    const listed = found.filter((diagnostic) => kept.has(diagnostic));
    const { file, line, column } = listed.at(-1)!;
    const place = { file, line, column };
    return [...listed, diagnose('findings-more', place, { count: countDiagnostics(rest) })];
  });
}
