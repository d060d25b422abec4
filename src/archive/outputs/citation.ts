/*
 * Citations of a section, as Markdown for a GitHub comment. Pages load this with the `Cite` control,
 * so it is kept small.
 */

import { escapeCommentMarks } from '../text/escape-marks.ts';

/** What a citation names: who met when, and the heading of the section. */
export interface Citation {
  /** Series and date: `osquery office hours, 29 October 2019`. */
  source: string;
  heading: string;
  url: string;
}

/** Quotes are cut after this many characters. */
export const longestQuote = 1200;

/** `[series, date: heading](url)`. */
export function markdownLink({ source, heading, url }: Citation): string {
  return `[${escapeCommentMarks(`${source}: ${heading}`)}](${url.replace(/[()]/g, '\\$&')})`;
}

/** A quote of Markdown with its source below. */
export function quoteBlock(markdown: string, citation: Citation): string {
  const source = `— ${markdownLink(citation)}`;
  return [markdown, source].filter(Boolean).join('\n\n').replace(/^/gm, '> ').replace(/ +$/gm, '');
}
