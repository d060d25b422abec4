import { type KnownPages, likelyPages } from './likely-page.ts';

/*
 * Says what was looked for, and where it may be; goes there at once if it is the same page written
 * in another way.
 */
const data = document.getElementById('site.pages');
const known = JSON.parse(data?.textContent ?? '') as KnownPages;
const pages = likelyPages(location.pathname, known);
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
  const likely = document.querySelector('.likely');
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
