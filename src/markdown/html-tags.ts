import { decodeEntities } from '../archive/text/entity.ts';

/** Elements of HTML, so that `<type>` and `<Not recorded>` are known for the plain words they are. */
const elements = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption ' +
    'center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset ' +
    'figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i ' +
    'iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript ' +
    'object ol optgroup option output p param path picture pre progress q rp rt ruby s samp script search ' +
    'section select slot small source span strike strong style sub summary sup svg table tbody td ' +
    'template textarea tfoot th thead time title tr track tt u ul use var video wbr'
  ).split(' '),
);

/** A tag as it is written. */
export interface Tag {
  /** In small letters. */
  name: string;
  isEnd: boolean;
  /** What stands behind the name. */
  rest: string;
  /** Line breaks before it. */
  line: number;
}

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const withContents = /<(script|style|template|svg|math|iframe|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const tag = /<(\/?)([A-Za-z][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const openingTag = /^<[A-Za-z]+(?:[^<>"']|"[^"]*"|'[^']*')*>/;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`][^\s"'<>`]*)))?/g;

/** A word in angle brackets that is an element of HTML, or could become one (custom elements hold a hyphen). */
const isElement = (name: string, rest: string): boolean =>
  elements.has(name.toLowerCase()) || (name.includes('-') && rest.includes('='));

/** Stands for a line break in what is left out, so that lines can be counted. */
const LEFT_OUT = '\v';
const lineBreaksOf = (text: string): string =>
  text.replace(/[^\n]+/g, '').replaceAll('\n', LEFT_OUT);
const withoutBreaks = (text: string): string => text.replaceAll(LEFT_OUT, '');

/**
 * Raw HTML as its texts, as written, and its tags. Comments are left out, and what scripts, styles and the like hold;
 * words in angle brackets that are no HTML are text.
 */
export function partsOfHtml(html: string): (string | Tag)[] {
  const parts: (string | Tag)[] = [];
  const addText = (text: string): void => {
    const shown = withoutBreaks(text);
    if (shown !== '') parts.push(shown);
  };
  // What such an element holds is nobody's text; of its tag the name tells what is left out, and of a frame the address.
  const told = withoutBreaks(html)
    .replace(comment, lineBreaksOf)
    .replace(withContents, (all: string, name: string) => {
      const isFrame = name.toLowerCase() === 'iframe';
      const frame = isFrame ? openingTag.exec(all)?.[0] : undefined;
      return frame === undefined
        ? `<${name}>${lineBreaksOf(all)}`
        : frame + lineBreaksOf(all.slice(frame.length));
    });
  let from = 0;
  let line = 0;
  for (const found of told.matchAll(tag)) {
    const [all, slash = '', name = '', rest = ''] = found;
    if (!isElement(name, rest)) continue;
    const text = told.slice(from, found.index);
    addText(text);
    line += text.match(/[\n\v]/g)?.length ?? 0;
    parts.push({ name: name.toLowerCase(), isEnd: slash !== '', rest: withoutBreaks(rest), line });
    line += all.match(/[\n\v]/g)?.length ?? 0;
    from = found.index + all.length;
  }
  addText(told.slice(from));
  return parts;
}

/** The value of an attribute of a tag, of which HTML (13.1.2.3) takes the first of a name; nothing where it has none. */
export function attributeOf({ rest }: Tag, name: string): string | undefined {
  for (const [, found = '', ...values] of rest.matchAll(attribute)) {
    if (found.toLowerCase() !== name) continue;
    return decodeEntities(values.find((value) => value !== undefined) ?? '');
  }
  return undefined;
}

/** Whether a tag begins or ends a paragraph as Markdown has them: of all attributes only its alignment may be said. */
export const isParagraph = ({ name, rest }: Tag): boolean =>
  name === 'p' && /^\s*(?:align\s*=\s*["']?\w+["']?\s*)?$/i.test(rest);
