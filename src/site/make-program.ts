// Run by `kept-program.ts` in a process of its own: what Astro and its bundler take of memory goes with it. Says
// whether the program was made, and is then killed: what else a configuration started could keep it running, and a
// process that ends in the usual way in the middle of bundling may wait for the threads of the bundler for ever.
import { flushCompileCache } from 'node:module';

import { makePageProgram } from './page-program.ts';
import { describeError } from './plain-error.ts';

const [root = '', folder = ''] = process.argv.slice(2);

// Nobody is left to make it for.
const giveUp = (): void => void process.kill(process.pid, 'SIGKILL');
process.once('disconnect', giveUp);
if (!process.connected) giveUp();
// Work that can never end ends the process, as it would without a listener.
process.channel?.unref();

const say = (made: boolean, then: () => void = () => undefined): void => {
  process.channel?.ref();
  process.send?.(made, then);
};
try {
  await makePageProgram(root, folder);
  // Pages can be rendered already while what was compiled is kept for the next time.
  say(true, () => {
    flushCompileCache();
    giveUp();
  });
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`, () => say(false));
}
