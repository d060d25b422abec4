import {
  type Citation,
  longestQuote,
  markdownLink,
  quoteBlock,
} from '../archive/outputs/citation.ts';
import { toMarkdown } from '../archive/outputs/quoted-markdown.ts';
import style from './cite-box.css?inline';
import { copyText } from './copy-text.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);

const box = document.createElement('div');
box.className = 'cite-box';
box.popover = 'auto';
box.setAttribute('role', 'dialog');
const announcement = document.createElement('p');
announcement.setAttribute('role', 'status');

let citation: Citation;
let passage: Range;

/** A field with the text in place of a copy, where the browser gives no permission or no clipboard. */
let field: HTMLTextAreaElement | undefined;

let anchor: HTMLElement;

/** Whether the pointer went down on the button whose box was open, which closes it. */
let isClosing = false;
addEventListener(
  'pointerdown',
  ({ target }) => (isClosing = target === anchor && box.matches(':popover-open')),
  true,
);
// Pressed elsewhere than it was let go, it closes nothing.
addEventListener('keydown', () => (isClosing = false), true);

/** Puts the box below its button, to end where the button and the text do, and wholly on the page and the screen. */
function place(): void {
  const { bottom, right } = anchor.getBoundingClientRect();
  box.style.top = `${bottom + scrollY}px`;
  box.style.left = `${Math.max(8, right - box.offsetWidth) + scrollX}px`;
  box.scrollIntoView({ block: 'nearest' });
}

// Left open, it would cover what has the focus. Where nothing gets it, the window may only have lost it.
box.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !box.contains(relatedTarget)) box.hidePopover();
});

function showField(text: string): HTMLTextAreaElement {
  field = document.createElement('textarea');
  field.readOnly = true;
  field.rows = 4;
  field.value = text;
  field.ariaLabel = 'Citation';
  box.append(field);
  place();
  return field;
}

function copy(text: string): Promise<void> {
  field?.remove();
  return copyText(text, announcement, () => showField(text));
}

/** What a range holds, with the code or the table around it where that is cut out of one: lines stay lines, rows rows. */
function contentsOf(range: Range): DocumentFragment {
  const contents = range.cloneContents();
  const { commonAncestorContainer: node } = range;
  let around = node instanceof Element ? node : node.parentElement;
  for (; around?.matches('pre, pre *, table, thead, tbody, tr'); around = around.parentElement) {
    const shell = around.cloneNode() as Element;
    shell.append(contents);
    contents.append(shell);
  }
  return contents;
}

const markdownOf = (range: Range): string => toMarkdown(contentsOf(range), longestQuote);

/** A heading without words of its own is quoted with the sections below it. */
const quote = (): string =>
  quoteBlock(markdownOf(passage) || markdownOf(withSectionsBelow(passage)), citation);

const choices: [string, () => string][] = [
  ['Link', () => citation.url],
  ['Markdown link', () => markdownLink(citation)],
  ['Quote for GitHub', quote],
];
for (const [label, make] of choices) {
  const button = document.createElement('button');
  button.textContent = label;
  button.onclick = () => copy(make());
  box.append(button);
}
box.append(announcement);

/** What the reader has selected in a section, else all of its text behind the heading. */
function passageOf(head: Element): Range {
  const section = head.parentElement ?? head;
  const selected = getSelection();
  if (selected && selected.rangeCount > 0 && !selected.isCollapsed) {
    const range = selected.getRangeAt(0);
    if (section.contains(range.commonAncestorContainer)) return range.cloneRange();
  }
  const range = document.createRange();
  range.selectNodeContents(section);
  range.setStartAfter(head);
  return range;
}

/** The level of a section, 1 to 6; 0 of what is none. */
const levelOf = (element: Element | null): number =>
  Number(/\blevel-(\d)/.exec(element?.className ?? '')?.[1] ?? 0);

/** The passage of a section with all sections of lower levels that follow. */
function withSectionsBelow(own: Range): Range {
  const range = own.cloneRange();
  const section = anchor.closest('section');
  let next = section?.nextElementSibling ?? null;
  for (; levelOf(next) > levelOf(section); next = next!.nextElementSibling) {
    range.setEndAfter(next!);
  }
  return range;
}

/** Opens the ways to cite a section below its button, with focus on the first; or closes them where they are open. */
export function openCiteBox(button: HTMLElement, cited: Citation): void {
  const isOpen = button === anchor && (isClosing || box.matches(':popover-open'));
  isClosing = false;
  if (isOpen) {
    box.hidePopover();
    return;
  }
  citation = cited;
  anchor = button;
  passage = passageOf(button.parentElement ?? button);
  field?.remove();
  announcement.textContent = '';
  box.ariaLabel = button.ariaLabel;
  button.after(box);
  // What has the focus gets it back when the box closes.
  button.focus({ preventScroll: true });
  box.showPopover();
  place();
  box.querySelector('button')?.focus();
}
