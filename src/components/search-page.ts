/*
 * Brings the search page to life. Its form is there before the program is, which then takes it over with
 * what was typed meanwhile.
 */
import type * as SearchProgram from '../search/program.ts';

const root = document.querySelector<HTMLElement>('.search-link')!.dataset['root']!;
const program = import.meta.env.DEV ? `${root}src/search/program.ts` : `${root}search/search.js`;

const field = document.querySelector<HTMLInputElement>('search-box input')!;
if (field.value === '') field.value = new URLSearchParams(location.search).get('q') ?? '';
if (field.value === '') field.focus();

(import(/* @vite-ignore */ program) as Promise<typeof SearchProgram>).then(
  ({ startPage }) => startPage(root),
  () => (document.querySelector<HTMLElement>('.search-failed')!.hidden = false),
);
