// Nothing of the search is loaded until it is used; the program itself is built to `search/search.js`.
import type * as SearchProgram from '../search/program.ts';

const link = document.querySelector<HTMLAnchorElement>('.search-link')!;
const root = link.dataset['root']!;
const program = import.meta.env.DEV ? `${root}src/search/program.ts` : `${root}search/search.js`;
const load = () => import(/* @vite-ignore */ program) as Promise<typeof SearchProgram>;

/** What is typed while the search loads; nothing at other times. */
let early: string | undefined;

function open(event: Event): void {
  event.preventDefault();
  if (early !== undefined) return;
  early = '';
  for (const file of ['search/lookup', 'pagefind/blocks']) {
    const href = `${root}${file}.json`;
    const preload = document.createElement('link');
    document.head.append(
      Object.assign(preload, { rel: 'preload', as: 'fetch', crossOrigin: '', href }),
    );
  }
  load().then(
    ({ openSearch }) => {
      const typed = early;
      early = undefined;
      openSearch(root, typed);
    },
    () => {
      early = undefined;
      location.href = link.href;
    },
  );
}

link.addEventListener('click', (event) => {
  if (!(event.metaKey || event.ctrlKey || event.shiftKey)) open(event);
});
document.addEventListener('keydown', (event) => {
  const { key } = event;
  // The document itself, which has no fields to match, may be the target.
  const typing = (event.target as Element).matches?.('input, textarea, select');
  if (event.ctrlKey || event.metaKey) {
    if (key === 'k' && !event.altKey) open(event);
  } else if (!typing) {
    if (key === '/' && !early) open(event);
    else if (early !== undefined && !key[1]) {
      early += key;
      event.preventDefault();
    }
  }
});
try {
  if (sessionStorage.getItem('search-words')) load().then(({ markArrival }) => markArrival());
} catch {
  // Storage is refused: then no words were kept.
}
