// Run by `kept-program.ts` in a process of its own: what Astro and its bundler take of memory goes with it.
import { makePageProgram } from './page-program.ts';
import { wordsOf } from './plain-error.ts';

const [root = '', folder = ''] = process.argv.slice(2);

// Nobody is left to make it for. A process that ends in the middle of bundling may wait for the threads of the
// bundler for ever, unless it is killed.
const giveUp = (): void => void process.kill(process.pid, 'SIGKILL');
process.once('disconnect', giveUp);
try {
  await makePageProgram(root, folder);
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
}
process.off('disconnect', giveUp);
process.disconnect?.();
