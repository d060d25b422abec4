// Nothing of the search is loaded until it is used; the program itself is built to `search/search.js`.
import { searchFirstFiles } from '../archive/search/search-paths.ts';
import type * as SearchProgram from '../search/program.ts';
import { keyOpens, keySign } from '../search/search-key.ts';

const link = document.querySelector<HTMLAnchorElement>('.search-link')!;
const root = link.dataset['root']!;
const program = import.meta.env.DEV ? `${root}src/search/program.ts` : `${root}search/search.js`;
/** The program of the search; nothing where it does not come. */
const load = (): Promise<typeof SearchProgram | undefined> =>
  import(/* @vite-ignore */ program).catch(() => undefined);

/** What is typed while the search loads, behind a sign that it does; nothing at other times. It stands in the link. */
let early: string | undefined;
const type = (typed?: string) =>
  (link.lastElementChild!.textContent = (early = typed) ?? keySign());
type();

function open(event: Event): void {
  event.preventDefault();
  if (early) return;
  type('…');
  for (const file of searchFirstFiles) {
    const href = root + file;
    const preload = document.createElement('link');
    document.head.append(
      Object.assign(preload, { rel: 'preload', as: 'fetch', crossOrigin: '', href }),
    );
  }
  void load().then((loaded) => {
    // Nothing is left of it where the reader has given up.
    if (early) {
      if (loaded) loaded.openSearch(root, early);
      else location.href = link.href;
    }
    type();
  });
}

link.addEventListener('click', (event) => {
  if (!(event.metaKey || event.ctrlKey || event.shiftKey)) open(event);
});
addEventListener('keydown', (event) => {
  const { key } = event;
  // The document itself, which has no fields to match, may be the target.
  const typing = (event.target as Element).matches?.('input, textarea, select');
  if (event.ctrlKey || event.metaKey) {
    if (key === 'k' && !event.altKey) open(event);
  } else if (!typing) {
    if (!early) {
      if (key === '/' && keyOpens()) open(event);
    } else if (key === 'Escape') type();
    else if (key === 'Backspace') type(early.slice(0, -1) || '…');
    else if (!key[1]) {
      type(early + key);
      event.preventDefault();
    }
  }
});
try {
  if (sessionStorage.getItem('search-words')) void load().then((loaded) => loaded?.markArrival());
} catch {
  // Storage is refused: then no words were kept.
}
