// What `src/components/search-trigger.ts` loads when the search is first used.
import { sitePaths } from '../archive/paths.ts';
import { h } from './element.ts';
import css from './search-box.css?inline';
import { SearchBox } from './search-box.ts';
import { type SearchTools, makeTools } from './tools.ts';

export { markArrival } from './arrival.ts';

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

const boxOfPage = (): SearchBox | null => document.querySelector<SearchBox>('main search-box');

let opened: { dialog: HTMLDialogElement; box: SearchBox } | undefined;

function makeDialog(
  tools: SearchTools,
  root: string,
): { dialog: HTMLDialogElement; box: SearchBox } {
  const box = document.createElement('search-box') as SearchBox;
  const close = h('button', { class: 'search-close', type: 'button', 'aria-label': 'Close' }, '×');
  const dialog = h('dialog', { class: 'search-dialog', 'aria-label': 'Search' }, box, close);
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // A search field would only be emptied by it.
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dialog.close();
  });
  box.start(tools, sitePaths(root), 'dialog');
  return { dialog, box };
}

/**
 * Opens the dialog, or takes the focus to the box of the search page. `root` is the path of the home page, `typed`
 * what was typed before, behind the sign of waiting; the key that opens it may have been among it.
 */
export function openSearch(root: string, typed: string): void {
  const early = typed.replace(/^…[/\s]*/, '');
  const loaded = define(root);
  const onPage = boxOfPage();
  if (onPage !== null) {
    startPage(root);
    onPage.focusInput(early);
    return;
  }
  opened ??= makeDialog(loaded, root);
  // It takes the focus itself, to the box.
  if (!opened.dialog.open) opened.dialog.showModal();
  opened.box.focusInput(early);
}

let isStarted = false;

/** Brings the search page to life, once. */
export function startPage(root: string): void {
  const loaded = define(root);
  const box = boxOfPage();
  if (box === null || isStarted) return;
  isStarted = true;
  box.start(loaded, sitePaths(root), 'page');
}
