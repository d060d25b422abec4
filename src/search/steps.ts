import { type SearchState, readState, writeState } from './address.ts';

/** How a step was left: the rows that it showed, and how far down the page one was. */
export interface Whereabouts {
  shown?: number;
  top?: number;
}

/** The states of the search page that the back button returns to, written into its address. */
export interface Steps {
  /** The state that the address has now; it is a step. */
  read(): SearchState;
  /** Makes a state a step. */
  commit(state: SearchState): void;
  /** Takes up a state on the way to the next step: what is typed after one takes the address's place letter by letter. */
  pass(state: SearchState): void;
  /** How the step was left that the address has now. */
  place(): Whereabouts;
  /** Keeps that with the step. */
  keep(place: Whereabouts): void;
}

/** The steps of this page; an empty box is none. */
export function makeSteps(): Steps {
  let isStep = false;
  return {
    read: () => {
      isStep = location.search !== '';
      return readState(location.search);
    },
    commit: (state) => {
      const query = writeState(state);
      // Another tool may have written the same in other letters.
      if (query !== writeState(readState(location.search))) {
        history.pushState(null, '', location.pathname + query);
      }
      isStep = query !== '';
    },
    pass: (state) => {
      const address = location.pathname + writeState(state);
      if (isStep) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      isStep = false;
    },
    place: () => (history.state ?? {}) as Whereabouts,
    keep: (place) => history.replaceState(place, ''),
  };
}
