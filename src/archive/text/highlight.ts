/** Code within a line, or words that HackMD, Obsidian and MkDocs show as if marked with a pen. */
const CODE_OR_MARKED =
  /(?<!`)(?<code>(?<ticks>`{1,3})(?!`)[^\n]{1,1000}?(?<!`)\k<ticks>(?!`))|(?<![=\\\p{L}\p{N}_])==(?=[^\s=])(?<words>(?:[^=\n]|=(?!=)){1,300}?)(?<=\S)==(?![=\p{L}\p{N}_])/gu;

/** A line of Markdown with marked words (`==words==`) in bold, which takes as many characters; code in it stays. */
export function boldHighlights(line: string): string {
  if (!line.includes('==')) return line;
  return line.replace(CODE_OR_MARKED, (whole, ...found) => {
    const { words } = found.at(-1) as { words?: string };
    return words === undefined ? whole : `**${words}**`;
  });
}
