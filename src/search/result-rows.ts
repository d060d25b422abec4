import { formatDate, parseDate } from '../archive/dates/date.ts';
import { siteLanguage } from '../archive/text/language.ts';
import { type Child, h } from './element.ts';
import type { ExactRow } from './exact.ts';
import type { Piece, Row } from './row.ts';

/** References that a row names. */
const mostReferences = 8;

const pieces = (list: readonly Piece[]): Child[] =>
  list.map(({ text, mark }) => (mark ? h('mark', {}, text) : text));

/** The row of a page that the query names. */
export function exactRow({ url, title, note }: ExactRow): HTMLElement {
  return h(
    'li',
    { class: 'search-row search-exact' },
    h('a', { href: url, class: 'search-stop' }, title),
    h('p', { class: 'meta' }, note),
  );
}

function referenceChips(labels: readonly Piece[]): HTMLElement {
  const more = labels.length - mostReferences;
  return h(
    'p',
    { class: 'search-references' },
    ...labels
      .slice(0, mostReferences)
      .map((label) => h('span', { class: 'chip' }, ...pieces([label]))),
    more > 0 && h('span', { class: 'meta' }, `and ${more} more`),
  );
}

/** The row of a section; `follow` is called when its link is followed in this tab. */
export function sectionRow(row: Row, follow: (link: HTMLAnchorElement) => void): HTMLElement {
  const { url, date, lang, heading, trail, excerpt, references } = row;
  const day = parseDate(date);
  const link = h('a', { href: url, class: 'search-stop' }, ...pieces(heading));
  link.addEventListener('click', (event) => {
    if (!(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) follow(link);
  });
  return h(
    'li',
    { class: 'search-row', lang },
    link,
    h(
      'p',
      { class: 'meta' },
      h(
        'time',
        { datetime: date, lang: lang && siteLanguage },
        day === undefined ? date : formatDate(day, 'medium'),
      ),
      ...trail.flatMap((parent, index) => [index === 0 ? ' · ' : ' › ', h('bdi', {}, parent)]),
    ),
    excerpt.length > 0 && h('p', { class: 'search-excerpt' }, ...pieces(excerpt)),
    references.length > 0 && referenceChips(references),
  );
}
