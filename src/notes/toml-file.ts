import { type YamlReading, readYaml } from './yaml-file.ts';

/** A value that goes on over further lines: a list whose bracket is still open. */
const openList = /^\[(?:[^\]"']|"(?:[^"\\]|\\.)*"|'[^']*')*$/;

/**
 * Reads the TOML of front matter as far as generators of sites (Hugo, Zola) need it: a key and its value on a line,
 * and lists over several. Written as YAML, whose values are alike, it is read as such, each value in its place. Of
 * tables only the names are kept, and of dotted keys the first part, as none of them is for a meeting.
 */
export function readToml(text: string, firstLine = 1): YamlReading {
  const tables = new Set<string>();
  let inTable = false;
  let inList = false;
  const named = (key: string): string => {
    if (tables.has(key)) return '';
    tables.add(key);
    return `${key}: {}`;
  };
  const lines = text.split('\n').map((line) => {
    if (inList) {
      inList = openList.test(`[${line}`);
      return inTable ? '' : ` ${line}`;
    }
    const table = /^\s*\[\[?\s*["']?([\w-]+)/.exec(line)?.[1];
    if (table !== undefined) {
      inTable = true;
      return named(table);
    }
    const pair = /^\s*(["']?)([\w-]+)\1\s*(\.[^=]*)?=\s*(.*)$/.exec(line);
    if (pair === null) return inTable ? '' : line;
    const [, , key = '', rest, value = ''] = pair;
    inList = openList.test(value);
    if (inTable) return '';
    if (rest !== undefined) return named(key);
    return `${`${key}: `.padEnd(line.length - value.length)}${value}`;
  });
  return readYaml(lines.join('\n'), firstLine);
}
