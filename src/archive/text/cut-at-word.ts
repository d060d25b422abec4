/** Room for a sentence, or two short ones. */
const longestSentence = 200;

/** A text of at most `longest` characters, cut after a whole word with an ellipsis. */
export function cutAtWord(text: string, longest = longestSentence): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.search(/\s\S*$/);
  const kept = space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.–—(-]+$/u, '')}…`;
}
