/*
 * Marks in the contents the section that is being read: the last one whose heading has come to the top
 * of the window, or at the very end of the page the last one.
 */
const links = new Map<string, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
  links.set(decodeURIComponent(link.hash.slice(1)), link);
}
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

function mark(): void {
  const { scrollHeight } = document.documentElement;
  const line = scrollY > 0 && scrollY + innerHeight > scrollHeight - 4 ? innerHeight : 120;
  const current = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
  for (const [id, link] of links) {
    if (id !== current?.id) link.removeAttribute('aria-current');
    else if (!link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'location');
      link.scrollIntoView({ block: 'nearest' });
    }
  }
}

let waiting = false;
addEventListener(
  'scroll',
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  },
  { passive: true },
);
mark();
