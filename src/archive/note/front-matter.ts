import { z } from 'zod';

import { repositorySchema } from '../references/repository-schema.ts';
import { languageForm, languageTag } from '../text/language.ts';
import { webAddress } from '../text/web-address.ts';
import type { SaidKey } from './front-matter-said.ts';

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
 * The keys that are for the program in which a note was kept before: the generator of a site (Jekyll, Hugo, Docusaurus,
 * MkDocs, VitePress, Eleventy and their themes), Obsidian, Notion or a template of GitHub's issues. They are passed over
 * too. Many are plain words, so that none of them makes front matter of lines between two rules.
 */
const generatorKeys: ReadonlySet<string> = new Set(
  (
    'alias aliases aside assignees author author_profile author_title author_url authors ' +
    'banner bibliography boost build cascade categories category classes comments cover created ' +
    'created_at created_time cssclass cssclasses custom_edit_url dateCreated displayed_sidebar draft ' +
    'editLink editor eleventyExcludeFromCollections eleventyNavigation excerpt excerpt_separator ' +
    'expiryDate feature featured featured_image format grand_parent guid has_children has_toc ' +
    'head header headless hero heroImage hidden hide hide_table_of_contents hide_title home icon ' +
    'id images isCJKLanguage kanban-plugin keywords labels last_edited_time last_modified_at ' +
    'last_update lastmod lastUpdated linkTitle locale markup math mathjax menu modified ' +
    'name nav_exclude nav_fold nav_order navbar next no_list notion-id obsidianUIMode opengraph ' +
    'outline output outputs pageClass pagination pagination_label pagination_next pagination_prev ' +
    'params parent path permalink pin post_id prev pubDate publish publishDate published ' +
    'read_time readtime redirect_from redirect_to related render_with_liquid resources ' +
    'revision_date search search_exclude series share sidebar sidebar_class_name ' +
    'sidebar_custom_props sidebar_label sidebar_position sidebarDepth simple_list sitemap slug ' +
    'social status subtitle summary teaser template thumbnail toc toc_hide toc_icon toc_label ' +
    'toc_max_heading_level toc_min_heading_level toc_sticky translationKey uid unlisted updated ' +
    'updated_at updatedDate url uuid version weight wordpress_id'
  ).split(' '),
);

/** Whether a key is for an editor or for the generator of a site, and says nothing of the meeting. */
export const isPassedOver = (key: string): boolean => editorKeys.has(key) || generatorKeys.has(key);

/**
 * The day alone of a date as generators of sites write it: with a time of day behind it, or as the first of several
 * (`date: { created: 2019-10-29, updated: 2019-11-02 }` of MkDocs).
 */
const dayAlone = (value: unknown): unknown => {
  if (typeof value === 'object' && value !== null && 'created' in value) {
    return dayAlone(value.created);
  }
  return typeof value === 'string'
    ? value.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*$/, '$1')
    : value;
};

/** Words or a list of them; a name of an account needs no more quotes than any other. */
const said = (most: number) => {
  const error = 'write text, or a list of names';
  const fits = (value: string | readonly string[]): boolean => [value].flat().join().length <= most;
  return z
    .union([z.string(), z.array(z.string())], error)
    .refine(fits, `write it in the note itself: it has more than ${most} characters`)
    .nullish();
};

/** Pull requests or issues: numbers, or words that name them. */
const subject = (() => {
  const error = 'write a number, a reference such as owner/repository#12, or a list of them';
  const one = z.union([z.number().int().positive(), z.string().max(300)]);
  return z.union([one, z.array(one).max(100)], error).nullish();
})();

/** What front matter says of the meeting, which the page shows as a line of the note. */
const saidSchema = {
  absent: said(1_000),
  agenda: said(1_000),
  apologies: said(1_000),
  attendees: said(4_000),
  chair: said(300),
  chairs: said(300),
  discussion: said(1_000),
  facilitator: said(300),
  guests: said(1_000),
  host: said(300),
  issue: subject,
  issues: subject,
  location: said(300),
  moderator: said(300),
  notetaker: said(300),
  participants: said(4_000),
  pr: subject,
  present: said(4_000),
  prs: subject,
  regrets: said(1_000),
  scribe: said(300),
  slides: said(1_000),
  time: said(300),
  video: said(1_000),
} satisfies Record<SaidKey, z.ZodType>;

/** Optional front matter of a note: it overrides what was read from the text. */
export const frontMatterSchema = z.strictObject({
  ...saidSchema,
  title: z
    .string()
    .trim()
    .min(1, 'write a title, or remove the line')
    .regex(/^.*$/, 'write it on one line')
    .optional(),
  date: z.preprocess(dayAlone, z.iso.date('write a real date as YYYY-MM-DD')).optional(),
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
