import { z } from 'zod';

import { repositorySchema } from '../references/repository-schema.ts';
import { languageForm, languageTag } from '../text/language.ts';
import { webAddress } from '../text/web-address.ts';

/** The keys that editors of shared notes write for themselves; they are passed over. */
export const editorKeys: ReadonlySet<string> = new Set([
  'GA',
  'breaks',
  'description',
  'dir',
  'disqus',
  'image',
  'langs',
  'layout',
  'robots',
  'slideOptions',
  'spellcheck',
  'tags',
  'type',
]);

/**
 * The keys that are for the generator of a site on which a note stood before (Jekyll, Hugo, Docusaurus); they are passed
 * over too. Many are plain words, so that none of them makes front matter of lines between two rules.
 */
const generatorKeys: ReadonlySet<string> = new Set([
  'aliases',
  'author',
  'authors',
  'categories',
  'category',
  'comments',
  'dateCreated',
  'draft',
  'editor',
  'excerpt',
  'grand_parent',
  'has_children',
  'hide_table_of_contents',
  'hide_title',
  'id',
  'keywords',
  'lastmod',
  'linkTitle',
  'menu',
  'name',
  'nav_exclude',
  'nav_order',
  'pagination_label',
  'parent',
  'permalink',
  'published',
  'redirect_from',
  'series',
  'sidebar',
  'sidebar_label',
  'sidebar_position',
  'sitemap',
  'slug',
  'subtitle',
  'summary',
  'template',
  'toc',
  'version',
  'weight',
  'wordpress_id',
]);

/** Whether a key is for an editor or for the generator of a site, and says nothing of the meeting. */
export const isPassedOver = (key: string): boolean => editorKeys.has(key) || generatorKeys.has(key);

/** The day alone of a date that has a time of day behind it, as generators of sites write it. */
const withoutTime = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*$/, '$1') : value;

/** Optional front matter of a note: it overrides what was read from the text. */
export const frontMatterSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, 'write a title, or remove the line')
    .regex(/^.*$/, 'write it on one line')
    .optional(),
  date: z.preprocess(withoutTime, z.iso.date('write a real date as YYYY-MM-DD')).optional(),
  lang: z
    .string(languageForm)
    .refine((tag) => languageTag(tag) !== undefined, languageForm)
    .optional(),
  recording: z
    .union(
      [
        webAddress('write an http or https address'),
        z.array(webAddress('write http or https addresses')),
      ],
      'write an http or https address',
    )
    .optional(),
  repository: repositorySchema.optional(),
  topics: z
    .array(z.string(), { error: 'write a list of topic slugs, such as [packaging, releases]' })
    .optional(),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;
/** The accepted keys, sorted. */
export const frontMatterKeys = Object.keys(frontMatterSchema.shape).sort();
