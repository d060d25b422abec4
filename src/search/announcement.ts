import { h } from './element.ts';

/** Milliseconds without another text before one is said: nobody is talked to between two letters. */
const pause = 700;

/** What screen readers are told of the results, apart from what is seen of them. */
export interface Announcement {
  element: HTMLElement;
  /** Says a text when typing has paused, unless it is what was said last. */
  say(text: string): void;
}

/** Makes the element that says them; texts that follow each other quickly give way to the last. */
export function makeAnnouncement(): Announcement {
  const element = h('p', { class: 'unseen', role: 'status' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    say: (text) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (element.textContent !== text) element.textContent = text;
      }, pause);
    },
  };
}
