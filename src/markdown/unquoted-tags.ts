import type { Construct, Tokenizer } from 'micromark-util-types';

/** A value without quotes ends at white space or at the tag's end; here none is longer than this. */
const ATTRIBUTE = String.raw`[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}'|[^\s"'<=>\x60][^\s"'<>\x60]{0,2000}))?`;
const opening = new RegExp(`<[A-Za-z][A-Za-z\\d-]*(?:${ATTRIBUTE}){1,20}[ \\t]*/?>`, 'g');
/** Of all tags only those that the parser does not know need help. */
const holdsAddress = /=[ \t]*[^\s"'=<>`][^\s"'<>`]*[/=]/;

/** The opening tags in a text that hold an address without quotes, by their starts, with their ends. */
function tagsIn(source: string): ReadonlyMap<number, number> {
  const tags = new Map<number, number>();
  if (!source.includes('<') || !holdsAddress.test(source)) return tags;
  for (const { 0: tag, index } of source.matchAll(opening)) {
    if (holdsAddress.test(tag.replace(/"[^"]*"|'[^']*'/g, '""')))
      tags.set(index, index + tag.length);
  }
  return tags;
}

/**
 * A construct for raw HTML in a line whose attributes hold addresses without quotes: `<a href=https://example.org/>`. To
 * CommonMark (6.6) and to browsers it is a tag, to the parser a `/` ends the value, so that the address became a link to
 * what is no part of it. Such a value may hold `=`, as in HTML (13.2.5.37). Nothing where a text has no such tag.
 */
export function unquotedTags(source: string): Construct | undefined {
  const tags = tagsIn(source);
  if (tags.size === 0) return undefined;
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const end = tags.get(this.now().offset);
    const inside = (code: number | null): ReturnType<typeof ok> => {
      if (code === null || code < 0) return nok(code);
      effects.consume(code);
      return this.now().offset === end ? closed : inside;
    };
    const closed = (code: number | null): ReturnType<typeof ok> => {
      effects.exit('htmlTextData');
      effects.exit('htmlText');
      return ok(code);
    };
    return (code) => {
      if (end === undefined) return nok(code);
      effects.enter('htmlText');
      effects.enter('htmlTextData');
      return inside(code);
    };
  };
  return { name: 'unquotedTag', tokenize };
}
