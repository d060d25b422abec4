/** A file with its front matter apart. */
export interface SplitText {
  /** The YAML between the marks, if there is any. */
  yaml?: { text: string; firstLine: number };
  /** Where front matter seems to be opened that nothing closes, and the key that it starts with. */
  unclosed?: { line: number; key: string };
  /** The text with the lines of the front matter left empty, so that every line keeps its number. */
  body: string;
}

/**
 * Splits YAML front matter off: a line of three dashes first in the text, and another after lines
 * that look like keys. A text that merely starts with a rule is left whole.
 */
export function splitFrontMatter(text: string): SplitText {
  // In two steps, each of which passes over the text once, whatever it holds.
  const [opening, lead = ''] = /^((?:[ \t]*\n)*)---[ \t]*\n/.exec(text) ?? [];
  if (opening === undefined) return { body: text };
  const line = lead.split('\n').length;
  const rest = text.slice(opening.length);
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest);
  if (closing === null) {
    const key = /^["']?([\w-]+)["']?[ \t]*:/.exec(rest)?.[1];
    return { ...(key !== undefined && { unclosed: { line, key } }), body: text };
  }
  const yaml = rest.slice(0, closing.index);
  const first = yaml.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first !== undefined && !/^["']?[\w-]+["']?\s*:/.test(first)) return { body: text };
  const end = opening.length + closing.index + closing[0].length;
  const empty = '\n'.repeat(text.slice(0, end).split('\n').length - 1);
  return { yaml: { text: yaml, firstLine: line + 1 }, body: empty + text.slice(end) };
}
