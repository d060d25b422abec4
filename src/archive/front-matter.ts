import { z } from 'zod';

/** The keys that editors of shared notes write for themselves; they are passed over. */
export const editorKeys: ReadonlySet<string> = new Set([
  'GA',
  'breaks',
  'description',
  'dir',
  'disqus',
  'image',
  'lang',
  'langs',
  'layout',
  'robots',
  'slideOptions',
  'spellcheck',
  'tags',
  'type',
]);

/** An address of the web that says nothing before its host, which could look like a host of its own. */
function address(error: string) {
  return z
    .url({ protocol: /^https?$/, error })
    .refine(
      (url) => !/^https?:\/\/[^/?#]*@/i.test(url),
      'leave out what stands before the @ of the host',
    );
}

/** Optional front matter of a note: it overrides what was read from the text. */
export const frontMatterSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, 'write a title, or remove the line')
    .regex(/^.*$/, 'write it on one line')
    .optional(),
  date: z.iso.date('write a real date as YYYY-MM-DD').optional(),
  recording: z
    .union([
      address('write an http or https address'),
      z.array(address('write http or https addresses')),
    ])
    .optional(),
  repository: z
    .string()
    .regex(/^[A-Za-z0-9-]+\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/, 'write it as owner/repository')
    .optional(),
  topics: z
    .array(z.string(), { error: 'write a list of topic slugs, such as [packaging, releases]' })
    .optional(),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;
/** The accepted keys, sorted. */
export const frontMatterKeys = Object.keys(frontMatterSchema.shape).sort();
