import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import type { MarkdownFinding } from '../markdown/pipeline.ts';

/** What was found in the Markdown of a file, in the wording of its code; `shown` is the file's path. */
export function markdownDiagnostics(
  findings: readonly MarkdownFinding[],
  shown: string,
): Diagnostic[] {
  return findings.map(({ kind, subject, line, column, why = '', near }) => {
    const place = { file: shown, line, column };
    switch (kind) {
      case 'fence-unclosed':
        return diagnose(kind, place, {});
      case 'heading-unspaced':
        return diagnose(kind, place, { text: subject });
      case 'html-dropped':
        return diagnose(kind, place, { tag: subject });
      case 'image-missing':
        return diagnose(kind, place, { target: subject, why });
      case 'list-unmarked':
        return diagnose(kind, place, { sign: subject });
      case 'text-hidden':
        return diagnose(kind, place, { characters: subject });
      case 'setext-accident':
        return diagnose(kind, place, { start: subject });
      case 'anchor-dead':
        return diagnose(kind, place, { target: subject, near });
      default:
        return diagnose(kind, place, { target: subject });
    }
  });
}
