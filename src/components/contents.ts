/*
 * Marks in the contents the section that is being read: the last one whose heading has come to the top
 * of the window, or at the very end of the page the last one.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
// The sections, not the headings: to measure inside one that is off the screen would have it laid out.
const sections = links.map(({ hash }) =>
  document.getElementById(decodeURIComponent(hash.slice(1)))?.closest('section'),
);

// Beside the text, where they show whether unfolded or not, they are so: what folded things hold is told to
// nobody who cannot see them. The width is that of the page's style.
const folding = document.querySelector<HTMLDetailsElement>('.contents details')!;
const beside = matchMedia('(min-width: 60rem)');
const unfold = (): void => void (folding.open = beside.matches);

function mark(): void {
  const { scrollHeight } = document.documentElement;
  const line = scrollY > 0 && scrollY + innerHeight > scrollHeight - 4 ? innerHeight : 120;
  const current = sections.findLastIndex((at) => at && at.getBoundingClientRect().top < line);
  const left = links.find(({ ariaCurrent }) => ariaCurrent);
  const reached = links[current];
  if (left === reached) return;
  if (left) left.ariaCurrent = null;
  if (reached) reached.ariaCurrent = 'location';
  // They alone are scrolled, and only beside the text; `scrollIntoView` would have Tab go on from the link.
  // Whoever goes through them by the keyboard keeps in view what has the focus (WCAG 2.4.7).
  if (!folding.querySelector(':focus-visible'))
    folding.parentElement!.scrollTop = (reached?.offsetTop ?? 0) - innerHeight / 2;
}

// Nothing of this is seen before the page is, so it waits for the first paint.
requestAnimationFrame(() =>
  setTimeout(() => {
    addEventListener('scroll', mark, { passive: true });
    beside.addEventListener('change', unfold);
    unfold();
    mark();
  }),
);
