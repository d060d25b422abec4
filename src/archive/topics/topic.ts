import { z } from 'zod';

import { isEnded } from '../text/sentence.ts';
import { isAround } from './topic-matcher.ts';

/** The name of a topic's file without `.md`; also its place in the address of its page. */
export const topicSlugSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'A topic file is named in lower-case letters, digits and single hyphens, such as `code-signing.md`; rename the file.',
  )
  .max(150, 'The name of a topic file is longer than 150 characters; rename the file.')
  .brand<'TopicSlug'>();

export type TopicSlug = z.infer<typeof topicSlugSchema>;

/** A trimmed, non-empty line of text whose messages call it by `what`. */
function line(what: string, example: string) {
  return z
    .string({
      error: (issue) =>
        issue.input === undefined
          ? `${what} is missing; add it, for example ${example}.`
          : `${what} must be text; write it as ${example}.`,
    })
    .trim()
    .min(1, `${what} is empty; fill it in, for example ${example}.`)
    .regex(/^[^\n\r]*$/, `${what} must stand on one line; take the line breaks out.`);
}

/** One phrase to look for (or to pass over) in the notes. */
function phrase(what: string, example: string) {
  return line(what, example).regex(
    /[\p{L}\p{N}]/u,
    `${what} has no letter or digit to look for; write a word, for example ${example}.`,
  );
}

function phrases(what: string, example: string) {
  const list = `\`[${example}]\``;
  return z
    .array(phrase(`Each of the ${what}`, `\`${example}\``), {
      error: `The ${what} must be a list; write them as ${list}, or leave the key out.`,
    })
    .default([]);
}

/** Front matter of a topic's file; strict, so that a misspelt key is found. */
export const topicSchema = z
  .strictObject(
    {
      name: phrase('The topic’s `name`', '`name: Code signing`').describe(
        'What the topic is called on the site. It is looked for in the notes like an alias.',
      ),
      aliases: phrases('aliases', 'code signing').describe(
        'Further words by which the notes call the topic. Plurals, hyphens and joined spelling are ' +
          'covered (`code signing` also finds `code-signing` and `codesigning`). Case is ignored, but for ' +
          'an alias of at most three letters, none of them lower case: `CI` does not find `ci`, while `bpf` ' +
          'finds `BPF` too. An underscore belongs to a word: `extension` is not found in `chrome_extensions`.',
      ),
      exceptions: phrases('exceptions', 'browser extension').describe(
        'Phrases in which an alias means something else and does not count: `browser extension` for a ' +
          'topic on extensions of the project itself.',
      ),
      summary: line('The topic’s `summary`', '`summary: How packages are signed.`')
        .max(
          200,
          'The topic’s `summary` is longer than 200 characters; move the rest to the text below.',
        )
        .refine(isEnded, 'The topic’s `summary` must be one sentence; end it with a full stop.')
        .describe('What the topic is, in one sentence of at most 200 characters.'),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `A topic has no key ${issue.keys.map((key) => `\`${key}\``).join(', ')}; it takes \`name\`, ` +
            '`aliases`, `exceptions` and `summary`. Correct the spelling or take it out.'
          : undefined,
    },
  )
  .superRefine((topic, context) => {
    for (const [index, exception] of topic.exceptions.entries()) {
      if (!isAround(exception, [topic.name, ...topic.aliases])) {
        context.addIssue({
          code: 'custom',
          path: ['exceptions', index],
          message:
            `The exception \`${exception}\` is not a longer phrase around the name or an alias, so it ` +
            'excepts nothing or too much; write out the phrase, such as `browser extension` for ' +
            'the alias `extension`, or take it out.',
        });
      }
    }
  });

export type TopicFrontMatter = z.infer<typeof topicSchema>;

/** A curated subject: its front matter, its address and its definition. */
export interface Topic extends TopicFrontMatter {
  slug: TopicSlug;
  /** Markdown below the front matter. */
  definition: string;
  /** Where it was read from, for messages. */
  file: string;
}
