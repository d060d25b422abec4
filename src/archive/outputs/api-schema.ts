import { z } from 'zod';

import { schemaFile } from '../paths.ts';
import type { Addresses } from './addresses.ts';

/** Raised only when something is taken away or changes its meaning; additions keep it. */
export const apiVersion = 1;

const date = z.iso.date();
const address = z.url({ protocol: /^https?$/ });
const head = {
  $schema: address.describe('The schema of this file'),
  version: z.literal(apiVersion).describe('Raised only when something is taken away'),
};

const recording = z.object({
  provider: z.enum(['youtube', 'other']),
  url: address.describe('From the start of the meeting, where that is known'),
  start: z.int().nonnegative().optional().describe('Seconds into the recording'),
});

const meetingEntry = z.object({
  id: z.string(),
  date,
  title: z.string(),
  url: address,
  markdown: address.describe('The note as it was written, byte for byte'),
  image: address.describe('Picture for previews, PNG, 1200 by 630'),
  file: z.string().describe('Path of the note in its old home, below the folder of notes'),
  recordings: z.array(recording),
  sections: z.int().nonnegative(),
  subjects: z
    .array(z.object({ heading: z.string(), url: address }))
    .describe('What the meeting was about: outermost headings that are not routine'),
  data: address.describe('The file with the text of its sections'),
});

/** `/api/archive.json`: what there is, and where. */
export const archiveFileSchema = z.object({
  ...head,
  title: z.string(),
  sentence: z.string(),
  url: address,
  licence: z.string().describe('Under which terms the notes may be used; empty if nobody says'),
  home: z.string().optional().describe('The repository that bare numbers belong to: owner/repo'),
  feed: address,
  references: address.describe('The index of references'),
  oldHomes: z
    .object({ rule: z.string(), example: z.object({ from: z.string(), to: address }).optional() })
    .describe('How a link to the file of a note becomes a link to its page'),
  years: z.array(z.object({ year: z.string(), meetings: z.int().positive(), url: address })),
  meetings: z.array(meetingEntry).describe('By date'),
  topics: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      summary: z.string(),
      aliases: z.array(z.string()),
      url: address,
      feed: address,
      sections: z.int().nonnegative().describe('Sections that are about it'),
    }),
  ),
});

const outcome = z.object({
  text: z.string().describe('Plain text, on one line'),
  url: address.describe('The section'),
  section: z.string().optional().describe('Anchor; absent for text before the first heading'),
  subject: z.string().optional().describe('The item of the agenda that it stands below'),
  done: z.boolean().optional().describe('Whether its box is ticked; absent where it has none'),
});

/** `/api/years/YYYY.json`: the text of a year's meetings. */
export const yearFileSchema = z.object({
  ...head,
  year: z.string(),
  meetings: z.array(
    z.object({
      id: z.string(),
      date,
      title: z.string(),
      url: address,
      language: z.string().describe('What the note is written in, as a BCP 47 tag'),
      opening: z.string().describe('Plain text before the first section'),
      openingTopics: z.array(z.string()).describe('Slugs of the topics that the opening is about'),
      openingReferences: z.array(z.string()).describe('Of the opening, as owner/repo#number'),
      sections: z.array(
        z.object({
          id: z.string().describe('Anchor; it never changes once it is published'),
          aliases: z.array(z.string()).describe('Anchors that lead here too'),
          url: address,
          heading: z.string(),
          level: z.int().min(2).max(6),
          parent: z.string().optional().describe('Anchor of the section around it'),
          routine: z.boolean().describe('Whether the heading is repeated by habit'),
          text: z.string().describe('Plain text, without what is below further headings'),
          topics: z.array(z.string()).describe('Slugs of the topics that it is about'),
          references: z.array(z.string()).describe('As owner/repo#number'),
        }),
      ),
      decisions: z.array(outcome).describe('What the note marks as decided'),
      actions: z.array(outcome).describe('What the note marks as to be done'),
    }),
  ),
});

/** `/api/references.json`: small enough to be loaded whole. */
export const referencesFileSchema = z.object({
  ...head,
  url: z.string().describe('Address of a page; OWNER, REPO and NUMBER stand for their values'),
  data: z.string().describe('Address of the data on one reference, likewise'),
  badge: z.string().describe('Address of a badge, likewise'),
  references: z
    .record(z.string(), z.record(z.string(), z.int().positive()))
    .describe('Repository as owner/repo, then number, then in how many meetings it was discussed'),
});

/** `/api/references/OWNER/REPO/N.json`: every discussion of one pull request or issue. */
export const referenceFileSchema = z.object({
  ...head,
  reference: z.object({
    owner: z.string(),
    repo: z.string(),
    number: z.int().positive(),
    kind: z.enum(['pull', 'issues']).describe('As far as the notes tell'),
    label: z.string(),
    github: address,
  }),
  url: address,
  feed: address,
  badge: address,
  meetings: z.int().positive(),
  first: date,
  last: date,
  discussions: z
    .array(
      z.object({
        meeting: z.string(),
        date,
        title: z.string(),
        url: address.describe('The section'),
        heading: z.string().optional().describe('Absent for text before the first heading'),
        excerpts: z.array(z.string()).describe('Plain text around each mention'),
      }),
    )
    .describe('By date'),
});

/** Every schema by the name of its file below `/api/schema/`. */
export const apiSchemas = {
  archive: archiveFileSchema,
  reference: referenceFileSchema,
  references: referencesFileSchema,
  year: yearFileSchema,
} as const;

/** A published JSON Schema (2020-12); readers must pass over keys that they do not know. */
export function apiSchema(name: keyof typeof apiSchemas, { paths, absolute }: Addresses) {
  const { $schema, ...rest } = z.toJSONSchema(apiSchemas[name], { io: 'input' });
  return { $schema, $id: absolute(paths.file(schemaFile(name))), ...rest };
}
