import { fencedLines } from '../archive/text/fenced-lines.ts';

/** No tag is longer; the pattern is tried on no longer line. */
const longestTag = 300;

/** A tag of Liquid that stands alone on its line: `{% irc %}`, `{%- endraw -%}`, `{% highlight js linenos %}`. */
const TAG = /^(?<indent>\s*)\{%-?\s*(?<name>[a-z_]+)(?<words>[^%{}]*?)\s*-?%\}\s*$/;

/** What a tag puts into the text is missing where the tag is not shown: that is to be seen. */
const INSERTS = /^(?:include|include_relative|include_cached|gist|youtube|figure|post_url|link)$/;

/** What stands between such a tag and its end is not for readers, or is code. */
const PAIRED = /^(?:comment|highlight)$/;

/** The language that a tag of code names first. */
const languageOf = (words: string): string => /^\s*([\w+#-]{1,20})/.exec(words)?.[1] ?? '';

/**
 * A text of as many characters without what it tells Liquid, the template language of Jekyll, on lines of its own: tags
 * are white space, `{% highlight js %}` is a fence of code, and what stands in `{% comment %}` is left out. What a tag
 * would put into the text stays as it was written, and so does code.
 */
export function withoutLiquid(source: string): string {
  if (!source.includes('{%')) return source;
  const lines = source.split('\n');
  const code = fencedLines(lines);
  const tags = lines.map((line, at) =>
    code.has(at) || line.length > longestTag ? undefined : TAG.exec(line)?.groups,
  );
  const last = new Map(tags.map((tag, at) => [tag?.['name'], at]));
  let open: string | undefined;
  for (const [at, line] of lines.entries()) {
    const { name = '', indent = '', words = '' } = tags[at] ?? {};
    const ends = open !== undefined && name === `end${open}`;
    const mayBegin = open === undefined && PAIRED.test(name);
    const begins = mayBegin && (last.get(`end${name}`) ?? 0) > at;
    if (begins) open = name;
    if (open === 'highlight') {
      const fence = `${indent}\`\`\`${begins ? languageOf(words) : ''}`;
      if (begins || ends) lines[at] = fence.padEnd(line.length);
    } else if (open === 'comment' || (name !== '' && !INSERTS.test(name))) {
      lines[at] = ' '.repeat(line.length);
    }
    if (ends) open = undefined;
  }
  return lines.join('\n');
}
