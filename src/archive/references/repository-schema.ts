import { z } from 'zod';

import { parseRepositoryName } from './reference.ts';

/** A repository as settings and notes name one: `owner/repo`, by GitHub's rules for names. */
export const repositorySchema = z
  .string()
  // The form alone, which editors check by the JSON Schema.
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/, {
    error: 'write it as owner/repository',
    abort: true,
  })
  .refine(
    (text) => parseRepositoryName(text) !== undefined,
    'GitHub gives no repository such a name; write it as owner/repository',
  );
