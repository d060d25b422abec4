import type { Losses } from '../../src/cli/fidelity.ts';

/** What a taking over loses that loses nothing. */
export const nothing: Losses = { words: [], links: [], items: 0, pictures: 0 };
