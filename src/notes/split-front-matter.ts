/** Front matter between its marks, and the line of the file on which it begins. */
export interface FrontMatterText {
  text: string;
  firstLine: number;
}

/** A file with its front matter apart. */
export interface SplitText {
  /** The YAML between the marks, if there is any. */
  yaml?: FrontMatterText;
  /** The same in TOML, between lines of three pluses. */
  toml?: FrontMatterText;
  /** Where front matter seems to be opened that nothing closes, and the key that it starts with. */
  unclosed?: { line: number; key: string };
  /** The text with the lines of the front matter left empty, so that every line keeps its number. */
  body: string;
}

/** The text without its first characters, but with as many lines. */
const emptied = (text: string, end: number): string =>
  '\n'.repeat(text.slice(0, end).split('\n').length - 1) + text.slice(end);

/** Splits off the front matter of Hugo, whose first line that says anything is a key with its value or a table. */
function splitToml(text: string): SplitText | undefined {
  const [opening, lead = ''] = /^((?:[ \t]*\n)*)\+\+\+[ \t]*\n/.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const rest = text.slice(opening.length);
  const closing = /^\+\+\+[ \t]*(?:\n|$)/m.exec(rest);
  if (closing === null) return undefined;
  const toml = rest.slice(0, closing.index);
  const first = toml.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first !== undefined && !/^\s*(?:["']?[\w-]+["']?[\w.-]*\s*=|\[)/.test(first))
    return undefined;
  const firstLine = lead.split('\n').length + 1;
  const end = opening.length + closing.index + closing[0].length;
  return { toml: { text: toml, firstLine }, body: emptied(text, end) };
}

/** What a comment of YAML says that is no key set aside, as `# title: …` is: the heading of a note, between two rules. */
const HEADING = /^#{1,6}[ \t]+(?!["']?[a-z][\w-]*["']?[ \t]*:)\S/m;

/** Whether what stands between two lines of dashes is front matter: keys, or nothing that a reader would miss. */
function isFrontMatter(yaml: string): boolean {
  const first = yaml.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  return first === undefined ? !HEADING.test(yaml) : /^["']?[\w-]+["']?\s*:/.test(first);
}

/**
 * Splits YAML front matter off: a line of three dashes first in the text, and another after lines
 * that look like keys; or the TOML of Hugo, between lines of three pluses. A text that merely starts with a rule is left whole.
 */
export function splitFrontMatter(text: string): SplitText {
  const toml = splitToml(text);
  if (toml !== undefined) return toml;
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
  if (!isFrontMatter(yaml)) return { body: text };
  const end = opening.length + closing.index + closing[0].length;
  return { yaml: { text: yaml, firstLine: line + 1 }, body: emptied(text, end) };
}
