import { type Diagnostic, diagnose } from '../archive/diagnostic.ts';
import {
  type Permalinks,
  noPermalinks,
  permalinksSchema,
  readPermalinks,
} from '../archive/permalinks.ts';

/** Reads the record of published addresses; a file that cannot be used is an error. */
export function readPermalinksFile(
  text: string,
  shown: string,
  diagnostics: Diagnostic[],
): Permalinks {
  const refuse = (key: string, reason: string): Permalinks => {
    const place = { file: shown, line: 1, column: 1 };
    diagnostics.push(diagnose('permalinks-invalid', place, { key, reason }));
    return noPermalinks();
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('', 'it is not valid JSON');
  }
  const parsed = permalinksSchema.safeParse(value);
  if (parsed.success) return readPermalinks(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse(issue?.path.join('.') ?? '', issue?.message ?? 'it has another shape');
}
