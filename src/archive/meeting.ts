import { z } from 'zod';

import { type MeetingDate, parseDate } from './dates/date.ts';
import type { Reference } from './references/reference.ts';
import { imageTypes } from './text/picture-file.ts';

const meetingDate = z.custom<MeetingDate>(
  (value) => typeof value === 'string' && parseDate(value) === value,
  'not a date of the calendar as YYYY-MM-DD',
);
/** The id of a meeting: its day, and what tells it from others of that day (`2019-10-29`, `2019-10-29-packaging`). */
export const meetingIdSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*$/)
  .brand<'MeetingId'>();
const sectionId = z.string().min(1).brand<'SectionId'>();

/** Whether a number is a pull request or an issue, in the words of GitHub's own paths. */
const referenceKindSchema = z.enum(['pull', 'issues']);

const referenceSchema = z.strictObject({
  owner: z.string(),
  repo: z.string(),
  number: z.int().positive(),
}) satisfies z.ZodType<Reference>;

/** Video or audio of the meeting, and the moment at which the meeting starts. */
const recordingSchema = z.strictObject({
  provider: z.enum(['youtube', 'other']),
  id: z.string().optional().describe("The provider's own id"),
  url: z
    .url()
    .describe('`https://www.youtube.com/watch?v=ID`, or for other providers the link itself'),
  start: z.int().nonnegative().optional().describe('Seconds from the start of the recording'),
});

/** One place where a reference occurs. */
const mentionSchema = z.strictObject({
  reference: referenceSchema,
  kind: referenceKindSchema.optional().describe('The kind, where this mention tells it'),
  url: z.boolean().describe('Whether the mention is a full address, which tells the kind best'),
  section: sectionId.optional().describe('Absent in text before the first heading'),
  block: z
    .int()
    .nonnegative()
    .optional()
    .describe('Index into the blocks of the section, or of the opening; absent in a heading'),
  line: z.int().positive(),
  column: z.int().positive(),
  excerpt: z.string().describe('Safe HTML of the paragraph or list item around the mention'),
});

/** A passage of its own: a paragraph, a list, a table, a block of code. */
const blockSchema = z.strictObject({
  kind: z.enum(['text', 'list', 'code', 'table', 'recording', 'attendance']),
  line: z.int().positive(),
  text: z.string().describe('Plain text; list items and table rows on lines of their own'),
  html: z.string().describe('Safe HTML'),
  present: z
    .int()
    .positive()
    .optional()
    .describe('How many it lists as present; absent where it lists nobody'),
});

/** A link from one note to another, or to a place in it. */
const noteLinkSchema = z.strictObject({
  meeting: meetingIdSchema,
  anchor: z.string().optional(),
  target: z.string().describe('As written'),
  line: z.int().positive(),
  column: z.int().positive(),
});

/** Something that the note marks as decided or to be done. */
const outcomeSchema = z.strictObject({
  section: sectionId.optional().describe('Absent in text before the first heading'),
  line: z.int().positive(),
  text: z.string().min(1).describe('Plain text, on one line'),
  html: z.string().describe('Safe HTML, inline only'),
  subject: z.string().optional().describe('The item of the agenda that it stands below'),
  done: z.boolean().optional().describe('Whether its box is ticked'),
});

/** Somebody whom the note lists as present. */
const attendeeSchema = z.strictObject({
  name: z.string().min(1),
  handle: z.string().optional().describe('GitHub name or initials'),
  note: z.string().optional().describe('Role or employer, as listed'),
});

/** A heading and what stands under it, down to the next heading. */
const sectionSchema = z.strictObject({
  id: sectionId,
  aliases: z.array(z.string()).optional().describe('Further ids under which it was published'),
  heading: z.string().describe('Plain text'),
  html: z.string().describe('Safe HTML of the heading, inline only'),
  depth: z.int().min(1).max(6).describe('As written'),
  level: z.int().min(2).max(6).describe('As shown: below the page heading and without jumps'),
  parent: sectionId.optional().describe('The heading that this one stands under'),
  line: z.int().positive(),
  agenda: z
    .array(z.string())
    .optional()
    .describe('Under a heading that names a repository, the items that were discussed'),
  blocks: z.array(blockSchema),
});

/** What a picture of the site is called: by its bytes, and by one of the kinds that pages show. */
export const imageName = new RegExp(String.raw`^[0-9a-f]{20}\.(?:${imageTypes.join('|')})$`);

/** A picture that stands beside a note and is shown in it. */
const imageSchema = z.strictObject({
  name: z.string().regex(imageName).describe('Public name'),
  file: z.string().describe('Path below the folder of notes, `/`-separated'),
  width: z.int().positive(),
  height: z.int().positive(),
});

/** The validated data of one note. */
export const meetingSchema = z.strictObject({
  id: meetingIdSchema,
  date: meetingDate,
  title: z.string().min(1).describe('Without the date'),
  file: z.string().describe("The note's path below the folder of notes, `/`-separated"),
  heading: z
    .strictObject({
      id: sectionId,
      text: z.string(),
      line: z.int().positive(),
    })
    .optional()
    .describe('The first-level heading that gave the title, and its anchor'),
  aliases: z.array(z.string()).optional().describe('Ids that were published and are now the top'),
  departed: z
    .array(z.strictObject({ id: z.string(), meeting: meetingIdSchema, anchor: z.string() }))
    .optional()
    .describe('Published ids of sections that stand in another meeting now'),
  language: z
    .string()
    .optional()
    .describe('The language of the note as a BCP 47 tag, where it is not that of the site'),
  headingDate: meetingDate.optional().describe('The date in the heading, where it is another one'),
  recordings: z.array(recordingSchema),
  repository: z.string().optional().describe('What bare numbers belong to, where the note says so'),
  topics: z.array(z.string()).describe('Slugs of topics that the note itself says it is about'),
  opening: z.array(blockSchema).describe('What stands before the first section'),
  sections: z.array(sectionSchema),
  mentions: z.array(mentionSchema).describe('In the order of the text'),
  links: z.array(noteLinkSchema).describe('Links to other notes'),
  attendees: z
    .array(attendeeSchema)
    .optional()
    .describe('Those present, where the note lists them'),
  decisions: z.array(outcomeSchema).optional().describe('What the note marks as decided'),
  actions: z.array(outcomeSchema).optional().describe('What the note marks as to be done'),
  boxes: z
    .array(outcomeSchema)
    .optional()
    .describe('Boxes of an agenda, which name what is talked about rather than something to do'),
  images: z.array(imageSchema).optional().describe('Pictures beside the note that it shows'),
});

/** What can be said of a meeting without its text: the entry of the content collection. */
export const meetingHeadSchema = meetingSchema
  .pick({ id: true, date: true, title: true, file: true, recordings: true, topics: true })
  .extend({ sections: z.int().nonnegative(), mentions: z.int().nonnegative() });

/** The id of the meeting of a day; `slug` tells it from others of that day. */
export const meetingIdOf = (date: MeetingDate, slug: string | undefined): MeetingId =>
  meetingIdSchema.parse(slug === undefined ? date : `${date}-${slug}`);

export type MeetingId = z.infer<typeof meetingIdSchema>;
export type SectionId = z.infer<typeof sectionId>;
export type Mention = z.infer<typeof mentionSchema>;
export type Recording = z.infer<typeof recordingSchema>;
export type Attendee = z.infer<typeof attendeeSchema>;
export type NoteLink = z.infer<typeof noteLinkSchema>;
export type LocalImage = z.infer<typeof imageSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Meeting = z.infer<typeof meetingSchema>;

/** What notes mark, and what is listed on pages of its own. */
export const allOutcomeKinds = ['decisions', 'actions'] as const satisfies (keyof Meeting)[];
export type OutcomeKind = (typeof allOutcomeKinds)[number];

/** Every anchor that the page of a meeting answers to, those of its sections first. */
export function anchorsOf(
  meeting: Pick<Meeting, 'heading' | 'aliases' | 'departed' | 'sections'>,
): string[] {
  const { heading, aliases = [], departed = [], sections } = meeting;
  return [
    ...sections.flatMap((section) => [section.id, ...(section.aliases ?? [])]),
    ...(heading === undefined ? [] : [heading.id]),
    ...aliases,
    ...departed.map(({ id }) => id),
  ];
}
