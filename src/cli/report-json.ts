import { z } from 'zod';

import { diagnosticSchema } from '../archive/diagnostics/diagnostic-schema.ts';
import type { Diagnostic } from '../archive/diagnostics/diagnostic.ts';
import { tallyDiagnostics } from '../archive/diagnostics/report.ts';

const count = z.int().nonnegative();

/** What `check --format json` prints. Fields are only ever added while the version stays the same. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  notes: count.describe('How many notes were read'),
  counts: z.strictObject({ error: count, warning: count, notice: count }),
  diagnostics: z.array(diagnosticSchema),
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
