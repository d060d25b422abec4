// Plain JavaScript, no imports: this file must run, and explain itself, under any Node a machine may have.

const needed = 24;
const running = process.versions.node;

if (Number.parseInt(running, 10) < needed) {
  process.stderr.write(
    `This project needs Node ${needed} or newer, and is being run by Node ${running} (${process.execPath}).\n` +
      `\n` +
      `Node ${needed} comes with the project as the npm package "node"; npm scripts such as "npm start" find it\n` +
      `by themselves once it is installed. If this message came from an npm script, then npm was told\n` +
      `not to run install scripts, and the binary was never fetched. Mend it with one of\n` +
      `\n` +
      `  npm ci                (without --ignore-scripts, and without ignore-scripts=true in an .npmrc)\n` +
      `  npm rebuild node      (fetches only this one binary)\n` +
      `\n` +
      `If it came from a command of your own, run it through npm, such as "npm run build",\n` +
      `or install Node ${needed} from https://nodejs.org/.\n`,
  );
  process.exit(2);
}
