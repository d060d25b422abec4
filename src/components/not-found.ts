import type { KnownPages } from '../archive/known-pages.ts';
import { type LikelyPage, likelyPages } from './likely-page.ts';

/*
 * Says what was looked for, and where it may be; goes there at once if it is the same page written
 * in another way.
 */
const likely = document.querySelector('.likely');

// The pages of a large archive are many, and nobody needs their list before a page is missing.
async function findLikely(): Promise<LikelyPage[]> {
  try {
    const { pages = '' } = likely instanceof HTMLElement ? likely.dataset : {};
    const answer = await fetch(pages);
    return likelyPages(location.pathname, (await answer.json()) as KnownPages);
  } catch {
    return [];
  }
}

const pages = await findLikely();
const [only, ...others] = pages;

if (only?.same && others.length === 0 && only.href !== location.pathname) {
  location.replace(only.href + location.hash);
} else {
  const asked = document.querySelector('.asked');
  const code = asked?.querySelector('code');
  if (asked instanceof HTMLElement && code) {
    code.textContent = location.pathname.slice(0, 300);
    asked.hidden = false;
  }
  const list = likely?.querySelector('ul');
  if (likely instanceof HTMLElement && list && pages.length > 0) {
    for (const { href, label } of pages) {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = label;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    likely.hidden = false;
  }
}
