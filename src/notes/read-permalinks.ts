import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import {
  type Permalinks,
  noPermalinks,
  permalinksSchema,
  readPermalinks,
} from '../archive/permalinks/permalinks.ts';

/** Reads the record of published addresses; a file that cannot be used is an error. */
export function readPermalinksFile(
  text: string,
  shown: string,
  diagnostics: Diagnostic[],
): Permalinks {
  const refuse = (key: string, reason: string, line = 1, column = 1): Permalinks => {
    const place = { file: shown, line, column };
    diagnostics.push(diagnose('permalinks-invalid', place, { key, reason }));
    return noPermalinks();
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const conflict = text.split('\n').findIndex((line) => /^<{7}(?: |$)/.test(line));
    if (conflict >= 0) {
      return refuse('', 'two branches changed it, and the conflict is still in it', conflict + 1);
    }
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(String(error)) ?? [];
    return refuse('', 'it is not valid JSON', Number(line ?? 1), Number(column ?? 1));
  }
  const parsed = permalinksSchema.safeParse(value);
  if (parsed.success) return readPermalinks(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse(issue?.path.join('.') ?? '', issue?.message ?? 'it has another shape');
}
