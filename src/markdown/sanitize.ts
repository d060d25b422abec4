import type { Root } from 'hast';
import rehypeSanitize, { type Options, defaultSchema } from 'rehype-sanitize';

import { imageName } from '../archive/meeting.ts';

/**
 * Everything that a note may put on a page. Raw HTML never gets this far; the list holds even if a
 * later change to the pipeline lets some through.
 */
const allowed: Options = {
  strip: ['script', 'style', 'template', 'svg', 'math', 'iframe'],
  tagNames: [
    'a',
    'blockquote',
    'br',
    'code',
    'del',
    'em',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'img',
    'li',
    'ol',
    'p',
    'pre',
    'section',
    'span',
    'strong',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul',
  ],
  ancestors: { ...defaultSchema.ancestors },
  attributes: {
    a: [
      'href',
      'title',
      'rel',
      'dataMeeting',
      'dataAnchor',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      'id',
    ],
    h1: ['id', 'dataSetext'],
    h2: ['id', 'dataSetext'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    // Never an address: the page that shows the picture makes it from its name.
    img: ['alt', ['dataImage', imageName], 'width', 'height', 'loading', 'decoding'],
    li: ['id'],
    ol: ['start'],
    p: ['id'],
    section: ['dataFootnotes'],
    span: [['className', 'task', 'task-done'], ['role', 'img'], 'ariaLabel'],
    td: [['align', 'left', 'right', 'center']],
    th: [['align', 'left', 'right', 'center']],
    ul: [['className', 'log']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  // Ids come only from our own heading and footnote makers, never from a note's markup.
  clobber: [],
};

const run = rehypeSanitize(allowed);

/** A tree with nothing but what the allow-list names. */
export function sanitize(tree: Root): Root {
  return run(tree);
}
