import { defineCollection } from 'astro:content';
import { z } from 'zod';

import { meetingSchema } from './archive/meeting.ts';
import { settingsSchema } from './archive/settings.ts';
import { topicSchema, topicSlugSchema } from './archive/topic.ts';
import { archiveLoader, meetingsLoader, topicsLoader } from './site/notes-loader.ts';

const template = z.strictObject({ headings: z.array(z.string()), texts: z.array(z.string()) });

export const collections = {
  meetings: defineCollection({ loader: meetingsLoader(), schema: meetingSchema }),
  topics: defineCollection({
    loader: topicsLoader(),
    schema: topicSchema.extend({
      slug: topicSlugSchema,
      definition: z.string(),
      file: z.string(),
    }),
  }),
  archive: defineCollection({
    loader: archiveLoader(),
    schema: z.strictObject({
      settings: settingsSchema,
      template: template.optional(),
      redirects: z.array(z.strictObject({ from: z.string(), to: z.string() })),
    }),
  }),
};
