import type { View } from './listing.ts';

/** All that decides what the search shows; the address of the search page holds the whole of it. */
export interface SearchState {
  typed: string;
  view: View;
  /** Every word is taken as typed. */
  literal: boolean;
}

/** Reads the state from the query part of an address; what it cannot be is left out. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const year = parameters.get('year') ?? '';
  const topic = parameters.get('topic');
  const sort = parameters.get('sort');
  return {
    typed: parameters.get('q') ?? '',
    view: {
      ...(/^\d{4}$/.test(year) && { year: Number(year) }),
      ...(topic && { topic }),
      sort: sort === 'newest' || sort === 'oldest' ? sort : 'best',
    },
    literal: parameters.has('literal'),
  };
}

/** The query part of the address of a state, with its `?`; empty where there is nothing to say. */
export function writeState({ typed, view, literal }: SearchState): string {
  const parameters = new URLSearchParams();
  if (typed !== '') parameters.set('q', typed);
  if (view.year !== undefined) parameters.set('year', String(view.year));
  if (view.topic !== undefined) parameters.set('topic', view.topic);
  if (view.sort !== 'best') parameters.set('sort', view.sort);
  if (literal) parameters.set('literal', '');
  const written = parameters.toString().replace(/=(?=&|$)/g, '');
  return written === '' ? '' : `?${written}`;
}
