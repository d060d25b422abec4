import type { KnownPages } from '../archive/permalinks/known-pages.ts';
import { decodePercent } from '../archive/text/percent-encoding.ts';
import { likelyPages } from './likely-page.ts';
import { isOfOldHome, untoldReference, wordsOfPath } from './missing-path.ts';

/*
 * Says what was looked for, and where it may be; goes there at once if it is the same page written
 * in another way.
 */
const { pathname } = location;
const likely = document.querySelector<HTMLElement>('.likely');

// The pages of a large archive are many, and nobody needs their list before a page is missing.
async function loadKnown(): Promise<KnownPages | undefined> {
  try {
    const answer = await fetch(likely?.dataset['pages'] ?? '');
    return (await answer.json()) as KnownPages;
  } catch {
    return undefined;
  }
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

const known = await loadKnown();
const pages = known === undefined ? [] : likelyPages(pathname, known);
const [only, ...others] = pages;

if (only?.same && others.length === 0 && only.href !== pathname) {
  location.replace(only.href + location.hash);
} else {
  const asked = document.querySelector<HTMLElement>('.asked');
  const code = asked?.querySelector('code');
  const untold = known && untoldReference(pathname, known);
  if (asked && code) {
    code.textContent = decodePercent(pathname).slice(0, 300);
    if (untold) {
      const see = linkTo(untold.href, 'See it on GitHub');
      asked.replaceChildren(`No meeting here discussed ${untold.label}. `, see);
    }
    asked.hidden = false;
  }
  const oldHome = document.querySelector<HTMLElement>('.old-home');
  if (oldHome) oldHome.hidden = !isOfOldHome(pathname);
  const list = likely?.querySelector('ul');
  if (likely && list && pages.length > 0) {
    for (const { href, label } of pages) {
      const item = document.createElement('li');
      item.append(linkTo(href, label));
      list.append(item);
    }
    likely.hidden = false;
  } else if (known) {
    const field = document.querySelector<HTMLInputElement>('main input[name=q]');
    if (field) field.value = wordsOfPath(pathname, known);
  }
}
