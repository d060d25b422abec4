import type { Paths } from '../archive/paths.ts';
import { countOf } from '../archive/text/count.ts';
import { type SearchState, writeState } from './address.ts';
import { type Announcement, makeAnnouncement } from './announcement.ts';
import { type Answer, answer } from './answer.ts';
import { keepWords, markWords } from './arrival.ts';
import { h } from './element.ts';
import { type ExactRow, exactRows, exactTopic } from './exact.ts';
import { type Filters, makeFilters, withoutFilters } from './filters.ts';
import { type View, listResults, viewOf } from './listing.ts';
import type { Lookup } from './lookup.ts';
import {
  againButton,
  browseNotice,
  correctionNotice,
  hintNotice,
  keyNotice,
  moreButton,
  nothingNotice,
  recentNotices,
  topicNotice,
  unknownNotices,
} from './notices.ts';
import { parseQuery, saysSomething } from './query.ts';
import { addRecent, clearRecent, readRecent } from './recent.ts';
import { exactRow, sectionRow } from './result-rows.ts';
import type { Row } from './row.ts';
import { searchField, searchLabel } from './search-field.ts';
import { type Steps, makeSteps } from './steps.ts';
import type { SearchTools } from './tools.ts';

/** Milliseconds that the rows of the last query may stand while those of this one come: less is not seen. */
const patience = 120;
/** Rows shown at first in the dialog and on the page, and how many more at a time. */
const firstRows = { dialog: 8, page: 10 };

/** Where the box stands. */
export type SearchMode = keyof typeof firstRows;

/** Whether a link only leads to another place of this page. */
const leadsHere = ({ href, hash }: HTMLAnchorElement): boolean =>
  hash !== '' && href.split('#')[0] === location.href.split('#')[0];

/** The search: one for the dialog and the page, told apart by `mode`. */
export class SearchBox extends HTMLElement {
  private tools!: SearchTools;
  private paths!: Paths;
  private mode: SearchMode = 'page';
  /** What the page is called before anything is searched for. */
  private readonly pageTitle = document.title;
  private state: SearchState = { typed: '', view: { sort: 'best' }, literal: false };
  /** Of the page; the dialog leaves the address alone. */
  private steps: Steps | undefined;
  private shown = 0;
  /** Counts the runs: what comes late, after a newer one began, is dropped. */
  private run = 0;
  /** The run whose first row is to be followed when it comes. */
  private going = -1;

  private input!: HTMLInputElement;
  private filters!: Filters;
  private status!: HTMLElement;
  private announcement!: Announcement;
  private notice!: HTMLElement;
  private list!: HTMLOListElement;
  private foot!: HTMLElement;

  start(tools: SearchTools, paths: Paths, mode: SearchMode): void {
    Object.assign(this, { tools, paths, mode });
    this.shown = firstRows[mode];
    this.build();
    if (mode === 'dialog') return void this.update();
    const steps = makeSteps();
    this.steps = steps;
    const restore = (): void => {
      this.state = steps.read();
      this.input.value = this.state.typed;
      const { shown = firstRows[mode], top } = steps.place();
      this.shown = shown;
      const updated = this.update();
      const { run } = this;
      if (top === undefined) return;
      // Once: who goes on from there and loads the page anew is elsewhere.
      steps.keep({ shown });
      void updated.then(() => run === this.run && scrollTo(0, top));
    };
    addEventListener('popstate', restore);
    const early = this.input.value;
    restore();
    if (early !== this.state.typed) {
      this.input.value = early;
      this.take();
    }
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

  private build(): void {
    // The page has its form from the start; what has the focus in it keeps it.
    const asking =
      this.querySelector<HTMLElement>('[role=search]') ?? this.appendChild(this.makeForm());
    const form = asking.querySelector('form')!;
    this.input = form.querySelector('input')!;
    this.filters = makeFilters(() => this.narrow());
    this.status = h('p', { class: 'meta search-status' });
    this.announcement = makeAnnouncement();
    this.notice = h('div', { class: 'search-notice' });
    this.list = h('ol', {
      class: 'plain search-results',
      id: this.mode === 'page' ? 'search-results' : 'search.dialog.results',
      'aria-label': 'Results',
    });
    this.foot = h('div', { class: 'search-foot' });
    asking.append(this.filters.element);
    this.append(this.status, this.announcement.element, this.notice, this.list, this.foot);

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      addRecent(this.state.typed);
      if (this.steps !== undefined) this.steps.commit(this.state);
      else if (this.list.dataset['query'] === this.state.typed) this.goFirst();
      else this.going = this.run;
    });
    this.input.addEventListener('input', () => this.take());
    this.addEventListener('keydown', (event) => this.move(event));
    this.list.addEventListener('click', ({ ctrlKey, metaKey, shiftKey }) => {
      addRecent(this.state.typed);
      // Opened in another tab, a row leaves this one where it is.
      if (!(ctrlKey || metaKey || shiftKey)) this.steps?.keep({ shown: this.shown, top: scrollY });
    });
  }

  /** As `src/pages/search/index.astro` has it. */
  private makeForm(): HTMLElement {
    const id = `search.${this.mode}.query`;
    return h(
      'div',
      { role: 'search' },
      h(
        'form',
        { action: this.paths.search(), class: 'search-ask' },
        h('label', { class: 'unseen', for: id }, searchLabel),
        h('input', { ...searchField, id }),
      ),
    );
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

  /** Takes up what stands in the box. */
  private take(): void {
    this.change({ ...this.state, typed: this.input.value, literal: false }, 'on the way');
  }

  /** Takes up what the controls say. */
  private narrow(): void {
    const typed = withoutFilters(this.state.typed);
    this.input.value = typed;
    this.change({ ...this.state, typed, view: this.filters.view() }, 'step');
  }

  /** The search without what the controls and the words that filter say. */
  private unfiltered(): { href: string; search: () => void } {
    const { typed, view, literal } = this.state;
    const state = { typed: withoutFilters(typed), view: { sort: view.sort }, literal };
    return {
      href: state.typed && this.paths.search() + writeState(state),
      search: () => {
        this.input.value = state.typed;
        this.change(state, 'step');
        this.input.focus();
      },
    };
  }

  /** Takes up a state; the back button returns to a step. */
  private change(state: SearchState, kind: 'step' | 'on the way'): void {
    this.state = state;
    this.shown = firstRows[this.mode];
    if (kind === 'step') {
      this.steps?.commit(state);
      this.steps?.keep({});
    } else this.steps?.pass(state);
    void this.update();
  }

  /** Answers the state; where only more rows are asked for, those that are there stand until they come. */
  private async update(isMore = false): Promise<void> {
    this.run += 1;
    const run = this.run;
    const { state, tools, paths } = this;
    const current = (): boolean => run === this.run;
    if (this.mode === 'page') {
      document.title = state.typed === '' ? this.pageTitle : `${state.typed} · ${this.pageTitle}`;
    }
    // The first use loads everything at once, though no query may need it yet.
    const engine = tools.engine();
    engine.catch(() => undefined);
    const { year, topic } = state.view;
    if (!saysSomething(state.typed) && year === undefined && topic === undefined) {
      this.showStart();
      return;
    }
    let exact: ExactRow[] = [];
    let waiting: ReturnType<typeof setTimeout> | undefined;
    try {
      const lookup = await tools.lookup();
      await tools.completeFor(lookup, state.typed, topic);
      if (!current()) return;
      const query = parseQuery(state.typed, lookup);
      const view = viewOf(query, state.view);
      exact = exactRows(query, view, lookup, paths);
      let ready = false;
      void engine.then(
        () => (ready = true),
        () => undefined,
      );
      await Promise.resolve();
      if (!ready) this.showWaiting(exact);
      if (!isMore) waiting = setTimeout(() => current() && this.showWaiting(exact), patience);
      const asked = { rows: this.shown, all: isMore };
      const answered = await answer(state, view, asked, { lookup, tools, paths });
      clearTimeout(waiting);
      if (!current()) return;
      this.show(exact, answered, view, lookup);
      if (this.going === run) this.goFirst();
      const later = await answered.later();
      if (current()) this.list.append(...later.map((row) => this.row(row)));
    } catch {
      clearTimeout(waiting);
      if (current()) this.showFailure(exact);
    }
  }

  private row(row: Row): HTMLElement {
    return sectionRow(row, (link) => {
      if (leadsHere(link)) {
        this.closest('dialog')?.close();
        markWords(row.words, link.hash);
      } else keepWords(link.href, row.words);
    });
  }

  private show(
    exact: readonly ExactRow[],
    { found, rows, total }: Answer,
    view: View,
    lookup: Lookup,
  ): void {
    const { typed } = this.state;
    this.list.replaceChildren(...exact.map(exactRow), ...rows.map((row) => this.row(row)));
    this.list.dataset['query'] = typed;
    this.list.removeAttribute('aria-busy');

    // The rows are there; what the filters offer can follow them.
    const { run } = this;
    const offer = (): void => {
      if (run === this.run) this.filters.offer(listResults(found, view, lookup), view);
    };
    setTimeout(() => void this.tools.completeTopics(lookup).then(offer, offer));
    const narrowed = view.year !== undefined || view.topic !== undefined;
    this.filters.element.hidden = found.findings.length === 0 && exact.length === 0 && !narrowed;

    const topic = exactTopic(typed, lookup, this.paths);
    const isFiltered = narrowed && found.findings.length > 0;
    this.notice.replaceChildren(
      ...(found.corrections.length > 0 && total > 0
        ? [correctionNotice(typed, found, this.paths, () => this.searchLiterally())]
        : []),
      ...(topic === undefined ? [] : [topicNotice(topic)]),
      ...unknownNotices(found, rows.length, exact.length),
      ...(rows.length + exact.length === 0
        ? [nothingNotice(found.query, isFiltered ? this.unfiltered() : undefined)]
        : []),
    );
    const counts = [
      ...(exact.length > 0 ? [countOf(exact.length, 'page')] : []),
      ...(total > 0 ? [countOf(total, 'section')] : []),
    ];
    this.tell(counts.join(' and ') || 'No results');
    this.showFoot(total);
  }

  /** Says how the search stands: at once to be seen, and with what stands below to be heard. */
  private tell(text: string): void {
    this.status.textContent = text;
    const noted = [...this.notice.querySelectorAll('p')].map((line) => line.textContent);
    this.announcement.say(text === '' ? '' : [`${text}.`, ...noted].join(' '));
  }

  private searchLiterally(): void {
    this.change({ ...this.state, literal: true }, 'step');
    this.input.focus();
  }

  private showFoot(total: number): void {
    this.foot.replaceChildren();
    if (total <= this.shown) return;
    if (this.mode === 'dialog') {
      const href = this.paths.search() + writeState(this.state);
      this.foot.append(h('a', { class: 'search-stop', href }, `All ${countOf(total, 'section')}`));
    } else this.foot.append(moreButton(() => this.showMore()));
  }

  private showMore(): void {
    const at = this.list.children.length;
    this.shown += firstRows.page;
    this.steps?.keep({ shown: this.shown });
    void this.update(true).then(() => this.list.children[at]?.querySelector('a')?.focus());
  }

  private showStart(): void {
    const { typed } = this.state;
    if (typed.trim() === '') delete this.list.dataset['query'];
    else this.list.dataset['query'] = typed;
    this.list.removeAttribute('aria-busy');
    this.list.replaceChildren();
    this.foot.replaceChildren();
    this.filters.element.hidden = true;
    this.tell('');
    const recent = recentNotices(readRecent(), {
      ask: (typed) => {
        this.input.value = typed;
        this.input.focus();
        this.change({ ...this.state, typed, literal: false }, 'step');
      },
      clear: () => {
        clearRecent();
        this.showStart();
        this.input.focus();
      },
    });
    this.notice.replaceChildren(...recent, hintNotice(), browseNotice());
    this.notice.append(keyNotice() ?? '');
  }

  private showWaiting(exact: readonly ExactRow[]): void {
    delete this.list.dataset['query'];
    this.list.setAttribute('aria-busy', 'true');
    this.list.replaceChildren(...exact.map(exactRow));
    this.notice.replaceChildren();
    this.filters.reserve();
    this.tell('Searching …');
    this.foot.replaceChildren();
  }

  private showFailure(exact: readonly ExactRow[]): void {
    delete this.list.dataset['query'];
    this.list.removeAttribute('aria-busy');
    this.filters.element.hidden = true;
    this.list.replaceChildren(...exact.map(exactRow));
    this.notice.replaceChildren(
      browseNotice(),
      againButton(() => {
        // The button goes, and what has the focus must not.
        this.input.focus();
        void this.update();
      }),
    );
    this.tell('The search could not be loaded');
    this.foot.replaceChildren();
  }
}
