import type { LoaderContext } from 'astro/loaders';
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';

import { type SiteContent, heldRefusal, holdReader } from '../../src/site/held-content.ts';
import { meetingsLoader } from '../../src/site/notes-loader.ts';
import { PlainError } from '../../src/site/plain-error.ts';

test('what is refused while more is being written is read again before anything is said', async () => {
  const watcher = Object.assign(new EventEmitter(), { add: () => watcher });
  const said: string[] = [];
  const logger = { info: () => undefined, error: (line: string) => void said.push(line) };
  const context = {
    ...{ watcher, store: new Map(), parseData: () => Promise.resolve({}) },
    logger: { ...logger, fork: () => logger },
  };
  const change = () => watcher.emit('change', 'content/meetings/2019-10-29.md');
  const content = { meetings: [], topics: [] } as unknown as SiteContent;
  const refused = (message: string) => Promise.reject(new PlainError(message));
  const { promise: isMended, resolve: mended } = Promise.withResolvers<void>();
  const readings = [
    () => Promise.resolve(content),
    // The rest of a file, or the next one of a folder.
    () => {
      change();
      return refused('The note is empty.');
    },
    () => refused('The note has no date.'),
    () => {
      mended();
      return Promise.resolve(content);
    },
  ];
  holdReader(() => readings.shift()!());
  await meetingsLoader().load(context as unknown as LoaderContext);
  change();
  await expect.poll(heldRefusal).toBeDefined();
  expect(heldRefusal()).toBe('The note has no date.');
  expect(said).toEqual(['The note has no date.']);
  change();
  await isMended;
  await expect.poll(heldRefusal).toBeUndefined();
});
