import type { Paths } from '../archive/paths.ts';
import { referenceLabel, referenceUrl } from '../archive/references/reference.ts';
import { countOf } from '../archive/text/count.ts';
import { correctedQuery } from './corrected-query.ts';
import { type Child, h } from './element.ts';
import type { ExactTopic } from './exact.ts';
import type { Found } from './find.ts';
import { type Query, asksForWords } from './query.ts';
import { keyOpens, switchKey } from './search-key.ts';

/** A search without its filters: its address, empty where it had nothing else, and what does it here. */
interface Unfiltered {
  href: string;
  search: () => void;
}

const button = (text: string, press: () => void, look = 'button'): HTMLElement => {
  const made = h('button', { class: `${look} search-stop`, type: 'button' }, text);
  made.addEventListener('click', press);
  return made;
};

/** The lists that are there to be read without a query: those that the header of the page leads to. */
export function browseNotice(): HTMLElement {
  const lists = document.querySelectorAll<HTMLAnchorElement>('.site-header nav a');
  const links = [...lists].flatMap((list, place) => [
    place === 0 ? 'Look through the ' : place < lists.length - 1 ? ', the ' : ' or the ',
    h('a', { href: list.pathname, class: 'search-stop' }, list.text.trim().toLowerCase()),
  ]);
  return h('p', {}, ...links, '.');
}

/** Another search, with the address that it has on the search page; `search` is called to search here. */
function searchLink(href: string, text: string, search: () => void): HTMLElement {
  const link = h('a', { href, class: 'search-stop' }, text);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    search();
  });
  return link;
}

/** What was searched for in place of what was typed; `search` is called to search for that after all. */
export function correctionNotice(
  typed: string,
  { corrections }: Found,
  paths: Paths,
  search: () => void,
): HTMLElement {
  return h(
    'p',
    { class: 'search-correction' },
    'Results for ',
    h('strong', {}, correctedQuery(typed, corrections)),
    '. Search literally for ',
    searchLink(paths.search(typed) + '&literal', typed, search),
    '.',
  );
}

/** The topic that the query names. */
export function topicNotice({ url, name, count }: ExactTopic): HTMLElement {
  return h(
    'p',
    { class: 'meta' },
    'Topic: ',
    h('a', { href: url }, name),
    ` (${countOf(count, 'section')})`,
  );
}

/** A reference that is named and that no meeting discussed, with where it can be seen; nothing if there is none. */
function undiscussedNotice({ undiscussed }: Query): Child[] | undefined {
  if (undiscussed === undefined) return undefined;
  const { reference, kind } = undiscussed;
  const see = { href: referenceUrl(reference, kind), class: 'search-stop' };
  return [
    `No meeting here discussed ${referenceLabel(reference)}. `,
    h('a', see, 'See it on GitHub'),
  ];
}

/** What of a query nothing answers, or nothing is to, beside so many rows of sections and of pages. */
export function unknownNotices(
  { query, missing, missedTime }: Found,
  sections: number,
  pages: number,
): HTMLElement[] {
  const list = (words: readonly string[]): string =>
    words.map((word) => `“${word}”`).join(words.length > 2 ? ', ' : ' or ');
  const { unknownTopics, without } = query;
  const isSome = sections > 0;
  return [
    // A flag of a command is typed as `-word` is: who asks for `cmake -Wall` sees what became of it.
    without.length > 0 && [`Sections with ${list(without)} are left out.`],
    // Where no row stands at all, it is what stands in place of them.
    sections + pages > 0 && undiscussedNotice(query),
    unknownTopics.length > 0 && [`No topic is called ${list(unknownTopics)}: looked for as words.`],
    isSome && missing.length > 0 && [`Nothing was found for ${list(missing)}.`],
    isSome && missedTime !== undefined && [`None of this is from ${list([missedTime])}.`],
  ].flatMap((said) => (said ? [h('p', { class: 'meta' }, ...said)] : []));
}

/** That filters leave nothing, with the same search without them where there is more to it. */
function filteredNotice(query: Query, { href, search }: Unfiltered): Child[] {
  return [
    asksForWords(query) ? 'Nothing fits both words and filters. ' : 'Nothing fits these filters. ',
    href && searchLink(href, 'Search without filters', search),
  ];
}

/** What stands in place of rows, of which there are said to be none; `unfiltered` where only filters leave none. */
export function nothingNotice(query: Query, unfiltered: Unfiltered | undefined): HTMLElement {
  const said = unfiltered ? filteredNotice(query, unfiltered) : undiscussedNotice(query);
  return h('div', {}, said && h('p', {}, ...said), browseNotice());
}

/** What a search understands, said before anything is asked. */
export function hintNotice(): HTMLElement {
  const code = (text: string): HTMLElement => h('code', {}, text);
  return h(
    'p',
    { class: 'meta' },
    'Also understood: ',
    code('"exact words"'),
    ', ',
    code('year:2020'),
    ', ',
    code('topic:name'),
    ' and ',
    code('-without'),
    '.',
  );
}

/** Switches the key that opens the search; nothing where the browser keeps no such choice. */
export function keyNotice(): HTMLElement | undefined {
  const opens = keyOpens();
  if (opens === undefined) return undefined;
  const box = h('input', { type: 'checkbox', class: 'search-stop', checked: opens });
  box.addEventListener('change', () => {
    switchKey(box.checked);
    box.checked = keyOpens() === true;
  });
  return h(
    'p',
    { class: 'meta' },
    h('label', {}, box, ' The key / opens the search, as Ctrl+K does'),
  );
}

/** The searches of this browser, last first: `ask` is called with one, `clear` to forget them. */
export function recentNotices(
  recent: readonly string[],
  { ask, clear }: { ask: (typed: string) => void; clear: () => void },
): HTMLElement[] {
  if (recent.length === 0) return [];
  const items: Child[] = recent.map((typed) =>
    h(
      'li',
      {},
      button(typed, () => ask(typed), 'search-recent'),
    ),
  );
  return [
    h(
      'div',
      { class: 'row' },
      h('p', { class: 'meta' }, 'Recent searches in this browser'),
      button('Clear', clear),
    ),
    h('ul', { class: 'plain' }, ...items),
  ];
}

/** Asks for more rows below those that are shown. */
export const moreButton = (show: () => void): HTMLElement => button('Show more', show);

/** Asks for a second try where the search could not be loaded. */
export const againButton = (search: () => void): HTMLElement => button('Try again', search);
