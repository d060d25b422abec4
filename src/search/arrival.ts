import { isUnspaced } from '../archive/text/word-break.ts';

/** Where a followed result keeps its words for the page it leads to; `src/components/search-trigger.ts` looks here. */
const key = 'search-words';

/** Keeps the words of a result for the page that is about to open at an address. */
export function keepWords(address: string, words: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ address, words }));
  } catch {
    // Without storage the page opens unmarked.
  }
}

/** The words kept for this page, if any were; they are given once. */
function takeWords(): string[] {
  try {
    const stored = sessionStorage.getItem(key) ?? '{}';
    sessionStorage.removeItem(key);
    const { address, words } = JSON.parse(stored) as { address?: unknown; words?: unknown };
    if (address !== location.href || !Array.isArray(words)) return [];
    return words.filter((word) => typeof word === 'string');
  } catch {
    return [];
  }
}

const headings = 'h1, h2, h3, h4, h5, h6';

/** The elements of a section: what holds its heading and no other, and all that follows up to the next one. */
function sectionOf(target: Element): Element[] {
  let start = target;
  for (let parent = start.parentElement; parent !== null; parent = start.parentElement) {
    if (parent.matches('main, body') || parent.querySelectorAll(headings).length > 1) break;
    start = parent;
  }
  const elements = [start];
  for (let next = start.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches(headings) || next.querySelector(headings) !== null) break;
    elements.push(next);
  }
  return elements;
}

/** Marks, where a followed result led to this page, the words that it was found by. */
export function markArrival(): void {
  markWords(takeWords(), location.hash);
}

/** What the site adds to a section: its topics, and where its subject was met before and after. */
const added = '.about, .thread';

let isStyled = false;

/** Marks words, without touching the text, and shows those that are folded away, in the section with an anchor (with its `#`), or else in the whole page. */
export function markWords(found: readonly string[], anchor: string): void {
  const words = found.map((word) => word.toLowerCase());
  if (words.length === 0 || !('highlights' in CSS)) return;
  const target = document.getElementById(decodeURIComponent(anchor.slice(1)));
  const area = target === null ? [...document.querySelectorAll('main')] : sectionOf(target);
  const ranges: Range[] = [];
  for (const element of area) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement!.closest(added) !== null) continue;
      const text = (node.nodeValue ?? '').toLowerCase();
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const around = text.charAt(at - 1) + text.charAt(at + word.length);
          if (word.length < 4 && !isUnspaced(word) && /[\p{L}\p{N}]/u.test(around)) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
          // Those present are folded away, but here one of them was looked for.
          node.parentElement!.closest('details.present')?.setAttribute('open', '');
        }
      }
    }
  }
  CSS.highlights.set('search', new Highlight(...ranges));
  if (isStyled) return;
  isStyled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(search){background:var(--mark);color:var(--ink)}');
  document.adoptedStyleSheets.push(sheet);
}
