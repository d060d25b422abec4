import { defineCollection } from 'astro:content';
import { z } from 'zod';

import { archiveLoader } from './site/notes-loader.ts';

// One entry stands for all of the content, which pages get from `getArchive()`.
export const collections = {
  archive: defineCollection({
    loader: archiveLoader(),
    schema: z.strictObject({ digest: z.string() }),
  }),
};
