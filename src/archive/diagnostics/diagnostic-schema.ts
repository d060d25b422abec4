import { z } from 'zod';

import { type Diagnostic, diagnosticCodes, severities } from './diagnostic.ts';

/** A finding as it is printed for programs. */
export const diagnosticSchema = z.strictObject({
  file: z.string().describe('`/`-separated, from the working directory where it is below it'),
  line: z.int().positive(),
  column: z.int().positive().describe('In UTF-16 units'),
  code: z.enum(diagnosticCodes),
  severity: z.enum(severities),
  message: z.string(),
  fix: z.string(),
} satisfies Record<keyof Diagnostic, z.ZodType>);
