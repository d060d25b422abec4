import { h } from './element.ts';

/** Milliseconds without another text before one is said: nobody is talked to between two letters. */
const pause = 700;
/** Milliseconds after which it is taken away again: who reads the page finds the same words where they are seen. */
const stay = 5000;

/** What screen readers are told of the results, apart from what is seen of them. */
export interface Announcement {
  element: HTMLElement;
  /** Says a text when typing has paused, unless it is what was said a moment ago. */
  say(text: string): void;
}

/** Makes the element that says them; texts that follow each other quickly give way to the last. */
export function makeAnnouncement(): Announcement {
  const element = h('p', { class: 'unseen', role: 'status' });
  let last = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    say: (text) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (text === last) return;
        clearTimeout(leaving);
        element.textContent = last = text;
        leaving = setTimeout(() => (element.textContent = last = ''), stay);
      }, pause);
    },
  };
}
