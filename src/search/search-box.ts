import { countOf } from '../archive/count.ts';
import { formatDate, parseDate } from '../archive/date.ts';
import type { MeetingId } from '../archive/meeting.ts';
import { type Paths, sitePaths } from '../archive/paths.ts';
import { type SearchState, readState, writeState } from './address.ts';
import { keepWords, markWords } from './arrival.ts';
import { type ExactRow, exactRows, exactTopic } from './exact.ts';
import { type Found, find } from './find.ts';
import type { Lookup } from './lookup.ts';
import { parseQuery, plainMarks } from './query.ts';
import { addRecent, clearRecent, readRecent } from './recent.ts';
import {
  type Listing,
  type Piece,
  type Row,
  type View,
  correctedQuery,
  listResults,
  makeRow,
  viewOf,
} from './results.ts';
import css from './search-box.css?inline';
import { type SearchTools, makeTools } from './tools.ts';

export { markArrival } from './arrival.ts';

/** Rows that are waited for; those below them follow when they come, so that the first are there sooner. */
const awaitedRows = 3;
/** Milliseconds that the rows of the last query may stand while those of this one come: less is not seen. */
const patience = 120;
/** Rows shown at first in the dialog and on the page, and how many more at a time. */
const firstRows = { dialog: 8, page: 10 };

type Child = Node | string | false | undefined;

/** An element with attributes (`false` leaves one out) and children. */
function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

const pieces = (list: readonly Piece[]): Child[] =>
  list.map(({ text, mark }) => (mark ? h('mark', {}, text) : text));

/** Whether a link only leads to another place of this page. */
const leadsHere = ({ href, hash }: HTMLAnchorElement): boolean =>
  hash !== '' && href.split('#')[0] === location.href.split('#')[0];

/** What one run of the search ended with. */
interface Shown {
  exact: ExactRow[];
  found: Found;
  rows: Row[];
  /** The rows below those. */
  later: () => Promise<Row[]>;
  total: number;
}

/** The search: one for the dialog and the page, told apart by `mode`. */
class SearchBox extends HTMLElement {
  private tools!: SearchTools;
  private paths!: Paths;
  private mode: 'dialog' | 'page' = 'page';
  private state: SearchState = { typed: '', view: { sort: 'best' }, literal: false };
  private shown = 0;
  /** Counts the runs: what comes late, after a newer one began, is dropped. */
  private run = 0;
  /** The run whose first row is to be followed when it comes. */
  private going = -1;

  private input!: HTMLInputElement;
  private year!: HTMLSelectElement;
  private topic!: HTMLSelectElement;
  private sort!: HTMLSelectElement;
  private filters!: HTMLElement;
  private status!: HTMLElement;
  private notice!: HTMLElement;
  private list!: HTMLOListElement;
  private foot!: HTMLElement;

  start(tools: SearchTools, paths: Paths, mode: 'dialog' | 'page'): void {
    Object.assign(this, { tools, paths, mode });
    this.shown = firstRows[mode];
    this.build();
    if (mode === 'page') {
      const restore = (): void => {
        this.state = readState(location.search);
        this.isStep = location.search !== '';
        this.input.value = this.state.typed;
        this.shown = firstRows[mode];
        void this.update();
      };
      addEventListener('popstate', restore);
      restore();
    } else void this.update();
  }

  /** Takes the focus, and what was typed before it could. */
  focusInput(early = ''): void {
    if (document.activeElement !== this.input) this.input.focus();
    if (early !== '') {
      this.input.value = early;
      this.take();
    }
    // What was asked last gives way to the next letter.
    else if (this.input.value !== '') this.input.select();
  }

  /** Takes up what stands in the box. */
  private take(): void {
    this.state = { ...this.state, typed: this.input.value, literal: false };
    this.change(false);
  }

  private build(): void {
    const id = `search.${this.mode}`;
    this.input = h('input', {
      class: 'field',
      type: 'search',
      id: `${id}.query`,
      name: 'q',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      enterkeyhint: 'search',
      placeholder: 'Words, a #number, a date, a GitHub address',
      'aria-describedby': `${id}.status`,
    });
    const select = (label: string, name: string): [HTMLElement, HTMLSelectElement] => {
      const element = h('select', { class: 'field', name });
      return [h('label', {}, h('span', {}, label), element), element];
    };
    const [yearLabel, year] = select('Year', 'year');
    const [topicLabel, topic] = select('Topic', 'topic');
    const [sortLabel, sort] = select('Sort', 'sort');
    for (const [value, text] of [
      ['best', 'Best first'],
      ['newest', 'Newest first'],
      ['oldest', 'Oldest first'],
    ] as const) {
      sort.append(h('option', { value }, text));
    }
    Object.assign(this, { year, topic, sort });
    this.filters = h(
      'div',
      { class: 'search-filters', hidden: true },
      yearLabel,
      topicLabel,
      sortLabel,
    );
    this.status = h('p', { class: 'meta search-status', id: `${id}.status`, role: 'status' });
    this.notice = h('div', { class: 'search-notice' });
    this.list = h('ol', {
      class: 'plain search-results',
      id: this.mode === 'page' ? 'search-results' : 'search.dialog.results',
      'aria-label': 'Results',
    });
    this.foot = h('div', { class: 'search-foot' });
    const form = h(
      'form',
      { role: 'search', action: this.paths.search(), class: 'search-ask' },
      h('label', { class: 'unseen', for: `${id}.query` }, 'Search the meetings'),
      this.input,
    );
    this.replaceChildren(form, this.filters, this.status, this.notice, this.list, this.foot);

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      addRecent(this.state.typed);
      if (this.mode === 'page') this.commit();
      else if (this.list.dataset['query'] === this.state.typed) this.goFirst();
      else this.going = this.run;
    });
    this.input.addEventListener('input', () => this.take());
    this.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const view: View = { sort: sort.value as View['sort'] };
      if (year.value !== '') view.year = Number(year.value);
      if (topic.value !== '') view.topic = topic.value;
      // What the controls say now holds, so the words that said otherwise go.
      const typed = plainMarks(this.state.typed).replace(
        /(?<=^|\s)(?:year:\d{4}|topic:(?:"[^"]*"|\S+))\s*/gi,
        '',
      );
      this.state = { ...this.state, typed: typed.trim(), view };
      this.input.value = this.state.typed;
      this.change(true);
    });
    this.addEventListener('keydown', (event) => this.move(event));
    this.list.addEventListener('click', () => addRecent(this.state.typed));
  }

  /** Follows the first row. */
  private goFirst(): void {
    this.list.querySelector('a')?.click();
  }

  /** Arrows go from the box to the rows and back. */
  private move(event: KeyboardEvent): void {
    const down = event.key === 'ArrowDown';
    if ((!down && event.key !== 'ArrowUp') || event.target instanceof HTMLSelectElement) return;
    const stops = [this.input, ...this.querySelectorAll<HTMLElement>('.search-stop')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (down ? 1 : -1)];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  /** Whether what is shown is a step that the back button returns to; an empty box is none. */
  private isStep = false;

  /** Makes what is shown a step that the back button returns to. */
  private commit(): void {
    if (this.mode !== 'page') return;
    const query = writeState(this.state);
    // Another tool may have written the same in other letters.
    if (query !== writeState(readState(location.search))) {
      history.pushState(null, '', location.pathname + query);
    }
    this.isStep = query !== '';
  }

  /** Takes up a changed state; `step` makes it one that the back button returns to. */
  private change(step: boolean): void {
    this.shown = firstRows[this.mode];
    if (this.mode === 'page') {
      const address = location.pathname + writeState(this.state);
      if (step) this.commit();
      else if (this.isStep) {
        // What is typed after a step is on its way to the next one.
        history.pushState(null, '', address);
        this.isStep = false;
      } else history.replaceState(null, '', address);
    }
    void this.update();
  }

  private async update(): Promise<void> {
    this.run += 1;
    const run = this.run;
    const { typed, literal } = this.state;
    const current = (): boolean => run === this.run;
    document.title = this.titleFor(typed);
    // The first use loads everything at once, though no query may need it yet.
    const engine = this.tools.engine();
    engine.catch(() => undefined);
    const { year, topic } = this.state.view;
    if (typed.trim() === '' && year === undefined && topic === undefined) {
      this.showStart();
      return;
    }
    let exact: ExactRow[] = [];
    let waiting: ReturnType<typeof setTimeout> | undefined;
    try {
      const lookup = await this.tools.lookup();
      await this.tools.completeFor(lookup, typed, this.state.view.topic);
      if (!current()) return;
      const query = parseQuery(typed, lookup);
      const view = viewOf(query, this.state.view);
      exact = exactRows(query, lookup, this.paths);
      let ready = false;
      void engine.then(
        () => (ready = true),
        () => undefined,
      );
      await Promise.resolve();
      if (!ready) this.showWaiting(exact);
      waiting = setTimeout(() => current() && this.showWaiting(exact), patience);
      const shown = await this.search(view, lookup, exact, literal);
      clearTimeout(waiting);
      if (!current()) return;
      this.show(shown, view, lookup);
      if (this.going === run) this.goFirst();
      const later = await shown.later();
      if (current()) this.list.append(...later.map((row) => this.row(row)));
    } catch {
      clearTimeout(waiting);
      if (current()) this.showFailure(exact);
    }
  }

  private async search(
    view: View,
    lookup: Lookup,
    exact: ExactRow[],
    literal: boolean,
  ): Promise<Shown> {
    const engine = await this.tools.engine();
    const typed = this.state.typed.trim() === '' ? `year:0000` : this.state.typed;
    const tools = { lookup, engine, vocabulary: this.tools.vocabulary };
    const found = await find(typed, literal, tools);
    const textOf = async (record: number): Promise<{ url: string; content: string }> => {
      const place = lookup.meetingOf[record] ?? 0;
      const meeting = lookup.meetings[place] ?? '';
      const [anchor, content] = (await this.tools.texts(meeting))[
        record - (lookup.firstRecords[place] ?? 0)
      ] ?? ['', ''];
      const page = this.paths.meeting(meeting as MeetingId);
      return { url: anchor === '' ? page : `${page}#${anchor}`, content };
    };
    const read = async (findings: Found['findings']): Promise<Row[]> =>
      Promise.all(
        findings.map(async (finding) => makeRow(finding, await textOf(finding.record), lookup)),
      );
    const listing = listResults(found, view, lookup);
    const wanted = listing.findings.slice(0, this.shown);
    const rows = await read(wanted.slice(0, awaitedRows));
    const later = (): Promise<Row[]> => read(wanted.slice(awaitedRows));
    return { exact, found, rows, later, total: listing.findings.length };
  }

  private titleFor(typed: string): string {
    if (this.mode === 'dialog') return document.title;
    const site = document.title.replace(/^.* · /, '');
    return typed === '' ? `Search · ${site}` : `${typed} · Search · ${site}`;
  }

  private exactRow({ url, title, note }: ExactRow): HTMLElement {
    return h(
      'li',
      { class: 'search-row search-exact' },
      h('a', { href: url, class: 'search-stop' }, title),
      h('p', { class: 'meta' }, note),
    );
  }

  private row({ url, date, heading, trail, excerpt, references, words }: Row): HTMLElement {
    const day = parseDate(date);
    const link = h('a', { href: url, class: 'search-stop' }, ...pieces(heading));
    link.addEventListener('click', (event) => {
      // It opens elsewhere then.
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (leadsHere(link)) {
        this.closest('dialog')?.close();
        markWords(words, link.hash);
      } else keepWords(link.href, words);
    });
    return h(
      'li',
      { class: 'search-row' },
      link,
      h(
        'p',
        { class: 'meta' },
        h('time', { datetime: date }, day === undefined ? date : formatDate(day, 'medium')),
        ...trail.map((parent, index) => (index === 0 ? ' · ' : ' › ') + parent),
      ),
      excerpt.length > 0 && h('p', { class: 'search-excerpt' }, ...pieces(excerpt)),
      references.length > 0 &&
        h(
          'p',
          { class: 'search-references' },
          ...references.slice(0, 8).map((label) => h('span', { class: 'chip' }, label)),
          references.length > 8 &&
            h('span', { class: 'meta' }, `and ${references.length - 8} more`),
        ),
    );
  }

  private show({ exact, found, rows, total }: Shown, view: View, lookup: Lookup): void {
    const { typed } = this.state;
    this.list.replaceChildren(
      ...exact.map((row) => this.exactRow(row)),
      ...rows.map((row) => this.row(row)),
    );
    this.list.dataset['query'] = typed;
    this.list.removeAttribute('aria-busy');

    // The rows are there; what the filters offer can follow them.
    const { run } = this;
    setTimeout(async () => {
      await this.tools.completeTopics(lookup).catch(() => undefined);
      if (run === this.run) this.offer(listResults(found, view, lookup), view);
    });
    const narrowed = view.year !== undefined || view.topic !== undefined;
    this.filters.hidden = found.findings.length === 0 && exact.length === 0 && !narrowed;

    const topic = exactTopic(typed, lookup, this.paths);
    const { corrections } = found;
    this.notice.replaceChildren(
      ...[
        corrections.length > 0 && this.correction(typed, found),
        topic &&
          h(
            'p',
            { class: 'meta' },
            'Topic: ',
            h('a', { href: topic.url }, topic.name),
            ` (${countOf(topic.count, 'section')})`,
          ),
        ...this.unknown(found, rows.length > 0),
        rows.length + exact.length === 0 && this.nothing(narrowed && found.findings.length > 0),
      ].filter((child) => child !== false && child !== undefined),
    );
    const counts = [
      ...(exact.length > 0 ? [countOf(exact.length, 'page')] : []),
      ...(total > 0 ? [countOf(total, 'section')] : []),
    ];
    this.status.textContent = counts.join(' and ') || 'No results';
    this.showFoot(total);
  }

  /** Puts years, topics and their counts into the controls. */
  private offer(listing: Listing, view: View): void {
    const option = (value: string, text: string, chosen: boolean): HTMLElement =>
      h('option', { value, selected: chosen }, text);
    this.year.replaceChildren(
      option('', 'Any year', view.year === undefined),
      ...listing.years.map(([year, count]) =>
        option(String(year), `${year} (${count})`, year === view.year),
      ),
    );
    if (view.year !== undefined && !listing.years.some(([year]) => year === view.year)) {
      this.year.append(option(String(view.year), `${view.year} (0)`, true));
    }
    this.topic.replaceChildren(
      option('', 'Any topic', view.topic === undefined),
      ...listing.topics.map(([slug, name, count]) =>
        option(slug, `${name} (${count})`, slug === view.topic),
      ),
    );
    this.sort.value = view.sort;
  }

  private correction(typed: string, { corrections }: Found): HTMLElement {
    const literal = h('a', { href: this.paths.search(typed) + '&literal' }, typed);
    literal.addEventListener('click', (event) => {
      event.preventDefault();
      this.state = { ...this.state, literal: true };
      this.change(true);
      this.input.focus();
    });
    return h(
      'p',
      { class: 'search-correction' },
      'Results for ',
      h('strong', {}, correctedQuery(typed, corrections)),
      '. Search literally for ',
      literal,
      '.',
    );
  }

  private showFoot(total: number): void {
    const children: HTMLElement[] = [];
    if (total > this.shown) {
      if (this.mode === 'dialog') {
        const href = this.paths.search() + writeState(this.state);
        children.push(h('a', { class: 'search-stop', href }, `All ${countOf(total, 'section')}`));
      } else {
        const more = h('button', { class: 'button search-stop', type: 'button' }, 'Show more');
        more.addEventListener('click', () => {
          const at = this.list.children.length;
          this.shown += firstRows.page;
          void this.update().then(() =>
            this.list.children[at]?.querySelector<HTMLElement>('a')?.focus(),
          );
        });
        children.push(more);
      }
    }
    this.foot.replaceChildren(...children);
  }

  private browse(): HTMLElement {
    const link = (href: string, text: string): HTMLElement =>
      h('a', { href, class: 'search-stop' }, text);
    return h(
      'p',
      {},
      'Look through the ',
      link(this.paths.topics(), 'topics'),
      ', the ',
      link(this.paths.references(), 'references'),
      ' or the ',
      link(this.paths.meetings(), 'meetings'),
      '.',
    );
  }

  /** What of a query nothing answers. */
  private unknown({ query, missing }: Found, isSome: boolean): HTMLElement[] {
    const list = (words: readonly string[]): string =>
      words.map((word) => `“${word}”`).join(words.length > 2 ? ', ' : ' or ');
    const { unknownTopics } = query;
    return [
      unknownTopics.length > 0 && `No topic is called ${list(unknownTopics)}: looked for as words.`,
      isSome && missing.length > 0 && `Nothing was found for ${list(missing)} in it.`,
    ].flatMap((text) => (text === false ? [] : [h('p', { class: 'meta' }, text)]));
  }

  /** What stands in place of rows; `filtered` says that there are some without the filters. */
  private nothing(filtered: boolean): HTMLElement {
    return h(
      'div',
      {},
      h('p', {}, filtered ? 'Nothing fits both words and filters.' : 'Nothing was found for this.'),
      this.browse(),
    );
  }

  private showStart(): void {
    delete this.list.dataset['query'];
    this.list.replaceChildren();
    this.foot.replaceChildren();
    this.filters.hidden = true;
    this.status.textContent = '';
    const recent = readRecent();
    const code = (text: string): HTMLElement => h('code', {}, text);
    const hint = h(
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
    this.notice.replaceChildren(hint, this.browse());
    if (recent.length === 0) return;
    const clear = h('button', { class: 'button search-stop', type: 'button' }, 'Clear');
    clear.addEventListener('click', () => {
      clearRecent();
      this.showStart();
      this.input.focus();
    });
    const items = recent.map((typed) => {
      const button = h('button', { class: 'search-recent search-stop', type: 'button' }, typed);
      button.addEventListener('click', () => {
        this.input.value = typed;
        this.state = { ...this.state, typed, literal: false };
        this.input.focus();
        this.change(true);
      });
      return h('li', {}, button);
    });
    this.notice.prepend(
      h(
        'div',
        { class: 'row' },
        h('p', { class: 'meta' }, 'Recent searches in this browser'),
        clear,
      ),
      h('ul', { class: 'plain' }, ...items),
    );
  }

  private showWaiting(exact: ExactRow[]): void {
    delete this.list.dataset['query'];
    this.list.setAttribute('aria-busy', 'true');
    this.list.replaceChildren(...exact.map((row) => this.exactRow(row)));
    this.notice.replaceChildren();
    this.status.textContent = 'Searching …';
  }

  private showFailure(exact: ExactRow[]): void {
    delete this.list.dataset['query'];
    this.list.removeAttribute('aria-busy');
    this.list.replaceChildren(...exact.map((row) => this.exactRow(row)));
    this.status.textContent = 'The search could not be loaded.';
    const again = h('button', { class: 'button search-stop', type: 'button' }, 'Try again');
    again.addEventListener('click', () => void this.update());
    this.notice.replaceChildren(this.browse(), again);
    this.foot.replaceChildren();
  }
}

let tools: SearchTools | undefined;

/** Makes the element and its style known, once. */
function define(root: string): SearchTools {
  if (tools === undefined) {
    tools = makeTools(root);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    customElements.define('search-box', SearchBox);
  }
  return tools;
}

let dialog: HTMLDialogElement | undefined;

/**
 * Opens the dialog, or takes the focus to the box of the search page. `root` is the path of the home page, `early`
 * what was typed before.
 */
export function openSearch(root: string, early?: string): void {
  const loaded = define(root);
  const onPage = document.querySelector<SearchBox>('main search-box');
  if (onPage !== null) {
    onPage.focusInput(early);
    return;
  }
  if (dialog === undefined) {
    dialog = h('dialog', { class: 'search-dialog', 'aria-label': 'Search' });
    const close = h(
      'button',
      { class: 'search-close', type: 'button', 'aria-label': 'Close' },
      '×',
    );
    close.addEventListener('click', () => dialog?.close());
    const box = document.createElement('search-box') as SearchBox;
    dialog.append(box, close);
    document.body.append(dialog);
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener('keydown', (event) => {
      // A search field would only be emptied by it.
      if (event.key !== 'Escape') return;
      event.preventDefault();
      dialog?.close();
    });
    box.start(loaded, sitePaths(root), 'dialog');
  }
  // It takes the focus itself, to the box.
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<SearchBox>('search-box')?.focusInput(early);
}

/** Brings the search page to life. */
export function startPage(root: string): void {
  const loaded = define(root);
  const box = document.querySelector<SearchBox>('main search-box');
  if (box === null) return;
  box.start(loaded, sitePaths(root), 'page');
  if (readState(location.search).typed === '') box.focusInput();
}
