import type { Diagnostic, Severity } from './diagnostic.ts';

const plural = (count: number, word: Severity): string =>
  `${count} ${word}${count === 1 ? '' : 's'}`;

/** One finding as text: place, severity and code, what is wrong, and what to do on a line of its own. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message, fix } = diagnostic;
  return `${file}:${line}:${column} ${severity} ${code}: ${message}\n    ${fix}`;
}

/** The number of findings of each severity, in words: `2 errors, 1 warning`; `nothing to report`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
  return counts.join(', ') || 'nothing to report';
}
