// Nothing of the search is loaded until it is used; the program itself is built to `search/search.js`.
import type * as SearchProgram from '../search/search-box.ts';

const link = document.querySelector<HTMLAnchorElement>('.search-link')!;
const root = link.dataset['root']!;
const program = import.meta.env.DEV ? `${root}src/search/search-box.ts` : `${root}search/search.js`;
const load = () => import(/* @vite-ignore */ program) as Promise<typeof SearchProgram>;

function open(event: Event): void {
  event.preventDefault();
  for (const file of ['search/lookup.json', 'pagefind/blocks.json']) {
    const preload = document.createElement('link');
    Object.assign(preload, { rel: 'preload', as: 'fetch', crossOrigin: '', href: root + file });
    document.head.append(preload);
  }
  load().then(
    ({ openSearch }) => openSearch(root),
    () => (location.href = link.href),
  );
}

link.addEventListener('click', (event) => {
  if (!(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) open(event);
});
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const typing = target instanceof HTMLElement && target.matches('input, textarea, select');
  const short = key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (short || (key === '/' && !typing && !event.ctrlKey && !event.metaKey)) open(event);
});
try {
  if (document.querySelector('search-box')) load().then(({ startPage }) => startPage(root));
  else if (sessionStorage.getItem('search-words')) load().then(({ markArrival }) => markArrival());
} catch {
  // Storage is refused: then no words were kept.
}
