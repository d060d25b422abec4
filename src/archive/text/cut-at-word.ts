/** Room for a sentence, or two short ones. */
const longestSentence = 200;

/**
 * The first `longest` characters of a text (UTF-16 units) at most, and an ellipsis if it has more: after a whole word, or
 * within one that has more than half of them.
 */
export function cutAtWord(text: string, longest = longestSentence): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.search(/\s\S*$/);
  const kept = space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.–—(-]+$/u, '')}…`;
}
