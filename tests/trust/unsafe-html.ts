import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** What a note may put on a page, told anew here: a list that the sanitiser shares would prove nothing. */
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  a: 'href title rel class id aria-label data-reference data-meeting data-anchor data-footnote-ref data-footnote-backref'.split(
    ' ',
  ),
  img: ['alt', 'data-image', 'width', 'height', 'loading', 'decoding'],
  li: ['id'],
  ol: ['start'],
  p: ['id'],
  section: ['data-footnotes'],
  span: ['class', 'role', 'aria-label'],
  td: ['align', 'class'],
  th: ['align', 'class'],
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']])),
};
const plain = new Set(
  'blockquote br code del em hr p pre strong sup table tbody thead tr ul'.split(' '),
);
const classes = /^(?:reference|task|task-done|left|right|center|align-\w+|data-footnote-backref)$/;

function badAddress(href: string): boolean {
  if (href.startsWith('#')) return false;
  const url = URL.parse(href);
  if (url === null) return true;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb ? url.username !== '' || url.password !== '' : url.protocol !== 'mailto:';
}

/** Every element, attribute and address in a piece of HTML that no note may put there, as a browser parses it. */
export function findUnsafe(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      const allowed = attributesOf[node.tagName];
      if (allowed === undefined && !plain.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        // Told of any block by its letters.
        const isDirection = name === 'dir' && (value === 'ltr' || value === 'rtl');
        if (!allowed?.includes(name) && !isDirection) found.push(`<${node.tagName} ${name}>`);
        if (name === 'href' && badAddress(value)) found.push(`href ${value}`);
        if (name === 'class' && !value.split(' ').every((word) => classes.test(word))) {
          found.push(`class ${value}`);
        }
      }
      const foreign = node.attrs.some(({ name, value }) => name === 'href' && /^http/.test(value));
      const rel = node.attrs.find(({ name }) => name === 'rel')?.value;
      const own = node.attrs.some(({ name }) => name === 'data-reference');
      if (foreign && !own && rel !== 'noopener noreferrer nofollow ugc') found.push(`rel ${rel}`);
    } else if (node.nodeName === '#comment') found.push('a comment');
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parseFragment(html));
  return found;
}

/** The ids in a piece of HTML, in order. */
export function idsIn(html: string): string[] {
  const ids: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      for (const { name, value } of node.attrs) if (name === 'id') ids.push(value);
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parseFragment(html));
  return ids;
}

/** The words of a piece of HTML as a browser shows them, alternative texts among them. */
export function wordsIn(html: string): string {
  let words = '';
  const walk = (node: Node): void => {
    if ('value' in node) words += node.value;
    if ('tagName' in node && node.tagName === 'img') {
      words += node.attrs.find(({ name }) => name === 'alt')?.value ?? '';
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parseFragment(html));
  return words;
}
