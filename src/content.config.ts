import { defineCollection } from 'astro:content';
import { z } from 'zod';

import { meetingHeadSchema } from './archive/meeting.ts';
import { topicSchema, topicSlugSchema } from './archive/topic.ts';
import { meetingsLoader, topicsLoader } from './site/notes-loader.ts';

/*
 * The collections say which meetings and topics there are, validated, to whoever develops. A meeting's text, validated
 * by `meetingSchema` where it is read, is handed to the pages beside them: see `site/held-content.ts`. A build has
 * Astro make only the program of the pages, which depends on no note, and leaves them empty.
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
