import { z } from 'zod';

import { cadenceForms, parseCadence } from './dates/cadence.ts';
import type { ReferenceContext } from './references/known-repository.ts';
import { parseRepositoryName } from './references/reference.ts';
import { repositorySchema } from './references/repository-schema.ts';
import { languageForm, languageTag } from './text/language.ts';
import { webAddress } from './text/web-address.ts';

/** Whether a name is one of the time zone database, which every JavaScript engine carries. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const secureAddress = webAddress('write an https address', /^https$/);

/** A link for the foot of every page. */
export const linkSchema = z.strictObject({
  label: z.string().min(1),
  url: webAddress('write an http or https address'),
});

/** `content/archive.yaml`: what a community says about its archive. Every key but `title` may be left out. */
export const settingsSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .regex(/^.*$/, 'write it on one line')
    .describe('Name of the series of meetings, for example "osquery office hours"'),
  sentence: z.string().default('').describe('One sentence that says what the archive is'),
  home: repositorySchema
    .optional()
    .describe('The GitHub repository that a bare number such as #12 belongs to'),
  repositories: z
    .array(repositorySchema)
    .default([])
    .describe('Further repositories that notes name without their owner'),
  shortNames: z
    .record(z.string(), repositorySchema)
    .default({})
    .describe('Short names of repositories, for example {foundation: osquery/foundation}'),
  routine: z
    .array(z.string().min(1))
    .default([])
    .describe('Headings repeated by habit; a "*" at the end stands for any further words'),
  ownKeys: z
    .array(z.string().min(1))
    .default([])
    .describe('Keys of your own in the front matter of notes, which are passed over'),
  cadence: z
    .string()
    .refine((text) => parseCadence(text) !== undefined, `write ${cadenceForms}`)
    .optional()
    .describe(`How often the series meets: ${cadenceForms}`),
  timeZone: z
    .string()
    .refine(isTimeZone, 'write a time zone as in America/New_York')
    .optional()
    .describe('The time zone whose calendar says what day it is, for example America/New_York'),
  language: z
    .string()
    .refine((tag) => languageTag(tag) !== undefined, languageForm)
    .optional()
    .describe(
      'The language that notes are written in, for example de or zh-TW; English if left out',
    ),
  playlist: secureAddress.optional().describe('Address of the playlist that holds the recordings'),
  edit: secureAddress
    .optional()
    .describe(
      "Address of the folder of notes in its repository's editor; a note's path is added to it",
    ),
  links: z.array(linkSchema).default([]).describe('Links for the foot of every page'),
  licence: z.string().default('').describe('Under which terms the notes may be used'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The JSON Schema (2020-12) of the settings, by which an editor completes and checks them. */
export function settingsJsonSchema(): object {
  return z.toJSONSchema(settingsSchema, { io: 'input' });
}

/** What short forms of references mean by the settings. */
export function referenceContextOf({
  home,
  repositories,
  shortNames,
}: Pick<Settings, 'home' | 'repositories' | 'shortNames'>): ReferenceContext {
  return {
    home: home === undefined ? undefined : parseRepositoryName(home),
    repositories: repositories.flatMap((name) => parseRepositoryName(name) ?? []),
    shortNames,
  };
}

/** The settings of a folder of bare notes. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({ title: 'Meeting notes' });
}
