import type { z } from 'zod';

const keys = 'write keys with values, as in "key: value"';

/** What to write where a schema asks for a type. */
const forms: Readonly<Record<string, string>> = {
  string: 'write text, in quotes where it would be a number or a date',
  array: 'write a list, with "- " before each value',
  object: keys,
  record: keys,
};

/** Words for a value of YAML that is missing or of another type, in place of those that a schema has by itself. */
export const plainIssue: z.core.$ZodErrorMap = ({ code, expected, input }) => {
  if (code !== 'invalid_type') return undefined;
  if (input === undefined) return 'it is missing; add it';
  const form = forms[String(expected)];
  return input === null && form !== undefined ? `it has no value; ${form}` : form;
};
