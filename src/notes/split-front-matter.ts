/** A file with its front matter apart. */
export interface SplitText {
  /** The YAML between the marks, if there is any. */
  yaml?: { text: string; firstLine: number };
  /** The text with the lines of the front matter left empty, so that every line keeps its number. */
  body: string;
}

/**
 * Splits YAML front matter off: a line of three dashes first in the text, and another after lines
 * that look like keys. A text that merely starts with a rule is left whole.
 */
export function splitFrontMatter(text: string): SplitText {
  const match = /^((?:[ \t]*\n)*)---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (match === null || match.index !== 0) return { body: text };
  const [all, lead = '', yaml = ''] = match;
  const first = yaml.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first !== undefined && !/^["']?[\w-]+["']?\s*:/.test(first)) return { body: text };
  const empty = '\n'.repeat(all.split('\n').length - 1);
  return {
    yaml: { text: yaml, firstLine: lead.split('\n').length + 1 },
    body: empty + text.slice(all.length),
  };
}
