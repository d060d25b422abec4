import { z } from 'zod';

import { type Diagnostic, diagnosticCodes } from '../archive/diagnostics/diagnostic.ts';
import { tallyDiagnostics } from '../archive/diagnostics/report.ts';

const count = z.int().nonnegative();

/** What `check --format json` prints. Fields are only ever added while the version stays the same. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  notes: count.describe('How many notes were read'),
  counts: z.strictObject({ error: count, warning: count, notice: count }),
  diagnostics: z.array(
    z.strictObject({
      file: z.string().describe('`/`-separated, from the working directory where it is below it'),
      line: z.int().positive(),
      column: z.int().positive().describe('In UTF-16 units'),
      code: z.enum(diagnosticCodes),
      severity: z.enum(['error', 'warning', 'notice']),
      message: z.string(),
      fix: z.string(),
    }),
  ),
});

/** Findings as JSON, for other programs. */
export function reportJson(diagnostics: readonly Diagnostic[], notes: number): string {
  const report: z.infer<typeof reportSchema> = {
    version: 1,
    notes,
    counts: tallyDiagnostics(diagnostics),
    diagnostics: diagnostics.map(({ file, line, column, code, severity, message, fix }) => ({
      file,
      line,
      column,
      code,
      severity,
      message,
      fix,
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
