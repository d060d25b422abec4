const ELEMENT = /<([a-z][\w-]*)/gi;
const CLASSES = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * Names of elements (`table`) and classes (`.task`) that stand in HTML. There may be some that are only named in a
 * text or a script there, never one too few.
 */
export function pageNames(html: string): Set<string> {
  const names = new Set<string>();
  for (const [, element = ''] of html.matchAll(ELEMENT)) names.add(element.toLowerCase());
  const lists = new Set<string>();
  for (const [, double, single, bare] of html.matchAll(CLASSES)) {
    lists.add(double ?? single ?? bare ?? '');
  }
  for (const list of lists) for (const name of list.split(/\s+/)) names.add(`.${name}`);
  return names;
}

const WORDS = /[\w -]+/g;
const opens = new Set(['"', "'", '`', '}']);
const closes = new Set(['"', "'", '`', '$', '\\']);

/**
 * Names that a script, minified or not, may give to elements or classes: words of its strings with nothing but such
 * words in them, between the values of templates too, and of its tags. Most of them are no such names.
 */
export function scriptNames(script: string): Set<string> {
  const names = new Set<string>();
  for (const { 0: run, index } of script.matchAll(WORDS)) {
    const words = run.split(' ');
    const before = script[index - 1] ?? '';
    if (opens.has(before) && closes.has(script[index + run.length] ?? '')) {
      for (const word of words) names.add(word);
    } else if (before === '<' && words[0] !== undefined) names.add(words[0]);
  }
  return names;
}
