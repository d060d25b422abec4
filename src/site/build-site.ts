import { readFileSync } from 'node:fs';
import path from 'node:path';

import { cardFiles } from '../archive/outputs/card.ts';
import { sitePaths } from '../archive/paths.ts';
import { redirectsOf } from '../archive/permalinks/redirects.ts';
import { countOf } from '../archive/text/count.ts';
import { shellWord } from '../archive/text/shell-word.ts';
import { contentFolders, contentPaths, keptFolder } from '../notes/folders.ts';
import { shownPath } from '../notes/text-file.ts';
import { type Address, readAddress } from './address.ts';
import { contentReaderOf } from './content-reader.ts';
import { feedContext } from './feed-context.ts';
import { type SiteFolder, fileWriter } from './file-writer.ts';
import { type SiteContent, holdContent } from './held-content.ts';
import { findPageProgram } from './kept-program.ts';
import { type PageProgram, openPageProgram } from './open-program.ts';
import { outputFolder } from './output-folder.ts';
import { pathsBelow } from './paths-below.ts';
import { drawPictures } from './pictures/pictures.ts';
import { PlainError, describeError } from './plain-error.ts';
import { startReadingAhead } from './read-ahead.ts';
import { replaceSite } from './replace-site.ts';
import { writeSearch } from './search/search-index.ts';
import { siteFiles } from './site-files.ts';
import { WrongUsage, readOptions } from './usage.ts';
import { stopWorkers } from './worker.ts';
import { writeFiles } from './write-files.ts';
import { writePages } from './write-pages.ts';

const usage = `npm run build writes the site to dist/.

  --outDir DIR   to another folder
  --help         this text

Where it will stand is told by SITE_URL and BASE_PATH, what it is made from by ARCHIVE_CONTENT.`;

/** What a build is asked for; paths are absolute. */
interface BuildRequest {
  /** The project that has the templates. */
  root: string;
  output: string;
  cache: string;
  address: Address;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Reads the options; nothing where help is asked for. Throws a PlainError where they cannot be used. */
function readRequest(args: readonly string[], env: NodeJS.ProcessEnv): BuildRequest | undefined {
  const options = {
    outDir: { type: 'string', default: 'dist' },
    // For the tests of builds: another project with templates.
    root: { type: 'string', default: '.' },
    help: { type: 'boolean', default: false },
  } as const;
  const values = readOptions(args, options, usage);
  if (values.help) return undefined;
  const root = path.resolve(values.root);
  const cache = keptFolder(env, process.cwd());
  const content = contentPaths(contentFolders(env, process.cwd()));
  const output = outputFolder(values.outDir, { project: root, cache, content });
  return { root, output, cache, address: readAddress(env) };
}

/** Throws where two of the parts of a site have the same file. */
function refuseTwice(parts: readonly Iterable<string>[]): void {
  const known = new Set<string>();
  for (const file of parts.flatMap((part) => [...part])) {
    if (known.has(file)) throw new PlainError(`Two parts of the site want to be its file ${file}`);
    known.add(file);
  }
}

/** Makes a whole site; gives the number of its pages. */
async function fillSite(
  site: SiteFolder,
  { address, cache }: BuildRequest,
  content: SiteContent,
  program: Promise<PageProgram>,
): Promise<number> {
  const { archive, permalinks } = content;
  const moved = redirectsOf(permalinks);
  const cards = cardFiles(archive);
  // All but the pages is made by threads, while Astro may still be at its part.
  const others = Promise.all([
    writeFiles(site, siteFiles(feedContext(archive, address), moved)),
    writeSearch(archive, sitePaths(address.base), { site, cache }),
    drawPictures({ files: cards, site, cache: path.join(cache, 'pictures') }),
  ]);
  // Said by who waits for it, below.
  others.catch(() => undefined);
  const pages = await program;
  const beside = pathsBelow(pages.files);
  const write = fileWriter(site);
  for (const file of beside) write(file, readFileSync(path.join(pages.files, file)));
  const written = await writePages(pages, site);
  const [files, search, drawn] = await others;
  const drawings = cards.map((card) => card.path);
  const index = pathsBelow(site.folder, 'pagefind');
  refuseTwice([beside, written, files, search.files, drawings, index]);
  say(
    `${countOf(written.size, 'page')}, ${countOf(files.size, 'file')} beside them, ` +
      `${countOf(cards.length, 'picture')} (${drawn} drawn), ${countOf(search.sections, 'section')} to search`,
  );
  return written.size;
}

/** Says where nothing would be noticed of an address that is lost; notes of another folder have no record. */
function tellOfNoRecord({ meetings, permalinks }: SiteContent): void {
  const record = contentFolders(process.env, process.cwd()).permalinks;
  if (permalinks !== undefined || record === undefined || meetings.length === 0) return;
  const file = shownPath(process.cwd(), record);
  const which = process.env['ARCHIVE_CONTENT']
    ? ` --content ${shellWord(path.posix.dirname(file))}`
    : '';
  say(
    `No address is on record: ${file} is missing, and an address that is lost later will not be noticed. ` +
      `Before others link to the site, write it with "npm run notes -- permalinks --write${which}".`,
  );
}

async function build(request: BuildRequest): Promise<void> {
  startReadingAhead();
  const { root, output, cache, address } = request;
  const kept = path.join(cache, 'program');
  const program = findPageProgram(root, address, kept, say).then(openPageProgram);
  // Said by who waits for it, in `fillSite`.
  program.catch(() => undefined);
  const content = await contentReaderOf()({
    warn: (line) => process.stderr.write(`${line}\n`),
    info: say,
  });
  holdContent(content);
  tellOfNoRecord(content);
  await replaceSite(output, address, (site) => fillSite(site, request, content, program));
}

/**
 * Runs `npm run build` with its arguments; says what is wrong and ends with 1 where the site cannot be built, with 2
 * where the arguments cannot be understood.
 */
export async function runBuild(args: readonly string[]): Promise<void> {
  const began = performance.now();
  try {
    const request = readRequest(args, process.env);
    if (request === undefined) return say(usage);
    await build(request);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const place = shownPath(process.cwd(), request.output) || '.';
    say(`The site is in ${place}, made in ${seconds} s`);
    await stopWorkers();
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    await stopWorkers();
    process.exit(error instanceof WrongUsage ? 2 : 1);
  }
}
