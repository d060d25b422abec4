/*
 * Puts a `Cite` button behind the permalink of every section of the element with `data-cite`, which
 * says who met when. Without script the permalink alone stands there. What the button opens is loaded
 * when one is pressed for the first time, as few readers cite. The page is painted first: the style keeps
 * the room of the buttons, so that nothing moves when they come.
 */
import type * as CiteProgram from './cite-box.ts';

const root = document.querySelector<HTMLElement>('.search-link')!.dataset['root']!;
const program = import.meta.env.DEV
  ? `${root}src/components/cite-box.ts`
  : `${root}cite/cite-box.js`;

function addButtons(): void {
  const article = document.querySelector<HTMLElement>('[data-cite]')!;
  for (const row of article.querySelectorAll('.section-head')) {
    const heading = row.querySelector('h2,h3,h4,h5,h6')!.textContent.trim();
    const link = row.querySelector<HTMLAnchorElement>('.permalink')!;
    const button = document.createElement('button');
    button.className = 'cite';
    button.textContent = 'Cite';
    button.ariaLabel = `Cite “${heading}”`;
    button.ariaHasPopup = 'dialog';
    // Pressing a button ends the reader's selection in some browsers.
    button.onpointerdown = (event) => event.preventDefault();
    button.onclick = async () => {
      const { openCiteBox } = (await import(/* @vite-ignore */ program)) as typeof CiteProgram;
      const url = location.origin + location.pathname + link.hash;
      openCiteBox(button, { source: article.dataset['cite']!, heading, url });
    };
    row.append(button);
  }
}

requestAnimationFrame(() => setTimeout(addButtons));
