import type { Content } from '../notes/load.ts';

// The loader runs as part of the configuration, the pages as a bundle of their own: two copies of every
// module, but one process. Handing the content over here spares printing all of it into Astro's store,
// bundling that store as a module and validating and indexing what comes out of it a second time,
// which took more time and memory than everything else together in an archive of thousands of notes.
const place = Symbol.for('meeting-notes-archive.content');
const shared = globalThis as { [place]?: Content };

/** Keeps the content that was read last, for the pages. */
export function holdContent(content: Content): void {
  shared[place] = content;
}

/** The content that was read last. Throws before any was. */
export function heldContent(): Content {
  const content = shared[place];
  if (content === undefined) throw new Error('No content has been read in this process.');
  return content;
}
