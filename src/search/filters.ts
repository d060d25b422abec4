import { h } from './element.ts';
import type { Listing, View } from './listing.ts';
import { plainMarks } from './operators.ts';

const option = (value: string, text: string, chosen = false): HTMLElement =>
  h('option', { value, selected: chosen }, text);

function select(label: string, name: string): [label: HTMLElement, select: HTMLSelectElement] {
  const element = h('select', { class: 'field', name });
  return [h('label', {}, h('span', {}, label), element), element];
}

/** What was typed without the words that filter; once a control is used, the controls hold. */
export const withoutFilters = (typed: string): string =>
  plainMarks(typed)
    .replace(/(?<=^|\s)(?:year:\d{4}|topic:(?:"[^"]*"|\S+))\s*/gi, '')
    .trim();

/** The controls that narrow and order what was found. */
export interface Filters {
  element: HTMLElement;
  /** What the controls say. */
  view(): View;
  /** Shows the controls, which cannot be used yet, where none are: what comes below them is not to jump. */
  reserve(): void;
  /** Puts years, topics and their counts into the controls, and what is chosen. */
  offer(listing: Listing, view: View): void;
}

/** Makes the controls, hidden; `use` is called whenever somebody changed one. */
export function makeFilters(use: () => void): Filters {
  const [yearLabel, year] = select('Year', 'year');
  const [topicLabel, topic] = select('Topic', 'topic');
  const [sortLabel, sort] = select('Sort', 'sort');
  sort.append(
    option('best', 'Best first'),
    option('newest', 'Newest first'),
    option('oldest', 'Oldest first'),
  );
  const element = h(
    'div',
    { class: 'search-filters', hidden: true },
    yearLabel,
    topicLabel,
    sortLabel,
  );
  element.addEventListener('change', use);
  return {
    element,
    view: () => ({
      sort: sort.value as View['sort'],
      ...(year.value !== '' && { year: Number(year.value) }),
      ...(topic.value !== '' && { topic: topic.value }),
    }),
    reserve: () => {
      if (!element.hidden) return;
      year.replaceChildren(option('', 'Any year'));
      topic.replaceChildren(option('', 'Any topic'));
      element.inert = true;
      element.hidden = false;
    },
    offer: (listing, view) => {
      element.inert = false;
      year.replaceChildren(
        option('', 'Any year', view.year === undefined),
        ...listing.years.map(([number, count]) =>
          option(String(number), `${number} (${count})`, number === view.year),
        ),
      );
      if (view.year !== undefined && !listing.years.some(([number]) => number === view.year)) {
        year.append(option(String(view.year), `${view.year} (0)`, true));
      }
      topic.replaceChildren(
        option('', 'Any topic', view.topic === undefined),
        ...listing.topics.map(([slug, name, count]) =>
          option(slug, `${name} (${count})`, slug === view.topic),
        ),
      );
      sort.value = view.sort;
    },
  };
}
