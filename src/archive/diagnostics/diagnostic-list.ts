import { countOf } from '../text/count.ts';
import { byCodeUnit } from '../text/order.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';

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

/** Findings listed for one file; whoever has more mends these first. */
export const findingsPerFile = 50;

/**
 * Sorted findings with at most `findingsPerFile` for each file, errors before the others, and after them one
 * that counts the rest. Keeps the order.
 */
export function capDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const listed = byFile.get(diagnostic.file);
    if (listed === undefined) byFile.set(diagnostic.file, [diagnostic]);
    else listed.push(diagnostic);
  }
  return [...byFile.values()].flatMap((found) => {
    if (found.length <= findingsPerFile) return found;
    const weight = { error: 0, warning: 1, notice: 2 };
    const kept = new Set(
      found.toSorted((a, b) => weight[a.severity] - weight[b.severity]).slice(0, findingsPerFile),
    );
    const rest = found.filter((diagnostic) => !kept.has(diagnostic));
    const counts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
      const count = rest.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? [] : [countOf(count, severity)];
    });
    const listed = found.filter((diagnostic) => kept.has(diagnostic));
    const { file, line, column } = listed.at(-1)!;
    const place = { file, line, column };
    return [...listed, diagnose('findings-more', place, { count: counts.join(', ') })];
  });
}
