// Not from `astro:content`, which brings all that shows entries: half a second of each making of the program.
import { defineCollection } from 'astro/content/config';
import { z } from 'zod';

import { meetingHeadSchema } from './archive/meeting.ts';
import { topicSchema, topicSlugSchema } from './archive/topics/topic.ts';
import { meetingsLoader, topicsLoader } from './site/notes-loader.ts';

/*
 * While developing, the collections hold which meetings and topics there are, validated. A meeting's text, validated by
 * `meetingSchema` where it is read, is handed to the pages beside them: see `site/held-content.ts`. A build fills no
 * collection, as it has Astro make only the program of the pages, which depends on no note.
 */
export const collections = {
  meetings: defineCollection({ loader: meetingsLoader(), schema: meetingHeadSchema }),
  topics: defineCollection({
    loader: topicsLoader(),
    schema: topicSchema.extend({
      slug: topicSlugSchema,
      definition: z.string(),
      file: z.string(),
    }),
  }),
};
