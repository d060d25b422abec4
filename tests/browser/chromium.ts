import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserServer } from 'playwright-core';

import { folderOfRun } from '../temp-folder.ts';

/** A browser to run: how to call it in messages, and what to remove when it is done. */
interface Candidate {
  name: string;
  path: string;
  env?: Record<string, string>;
  clean?(): Promise<void>;
}

const flags = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts a browser that test files connect to: the one `CHROME_PATH` names, else, as is asked for first, an installed
 * Chrome or Chromium or the binary inside the npm package `@sparticuz/chromium`, else the other. `say` hears which one.
 * Throws, with every attempt and its reason, when none starts: browser tests are never skipped.
 */
export async function launchChromium(
  say: (line: string) => void,
  first: 'installed' | 'packaged' = 'installed',
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const failures: string[] = [];
  const onMachine = findInstalled(process.env).map((path) => () => installed(path));
  const isFirst = first === 'packaged' && !process.env.CHROME_PATH;
  for (const find of isFirst ? [unpacked, ...onMachine] : [...onMachine, unpacked]) {
    let candidate: Candidate | undefined;
    try {
      candidate = await find();
      const server = await chromium.launchServer({
        executablePath: candidate.path,
        headless: true,
        args: flags,
        env: { ...process.env, ...candidate.env },
      });
      say(`browser: ${candidate.name}, ${await readVersion(server)}`);
      const { clean } = candidate;
      return {
        endpoint: server.wsEndpoint(),
        close: async () => {
          await server.close();
          await clean?.();
        },
      };
    } catch (error) {
      await candidate?.clean?.();
      failures.push(`${candidate?.name ?? 'the packaged Chromium'}: ${(error as Error).message}`);
    }
  }
  throw new Error(
    `No browser for the browser tests. Install Chrome or Chromium, or name one in CHROME_PATH.\n` +
      failures.join('\n'),
  );
}

async function readVersion(server: BrowserServer): Promise<string> {
  const browser = await chromium.connect(server.wsEndpoint());
  const version = browser.version();
  await browser.close();
  return `version ${version}`;
}

function installed(path: string): Promise<Candidate> {
  return Promise.resolve({ name: path, path });
}

/**
 * Paths of installed browsers, best first. `CHROME_PATH` stands alone when it is set: whoever names a
 * browser wants that one, or to hear why not.
 */
export function findInstalled(
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = isExecutable,
): string[] {
  if (env.CHROME_PATH) {
    if (!exists(env.CHROME_PATH)) {
      throw new Error(`CHROME_PATH names ${env.CHROME_PATH}, which is no program that can be run.`);
    }
    return [env.CHROME_PATH];
  }
  return usualPaths(env, platform).filter(exists);
}

function usualPaths(env: Record<string, string | undefined>, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Google Chrome for Testing'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LocalAppData]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        `${folder}\\Chromium\\Application\\chrome.exe`,
      ]);
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser that ships inside the npm package. It is made for Amazon's servers: only when it believes to be
 * on one does it unpack the system libraries it needs, and it reuses whatever binary an earlier run
 * left in the temp folder. So it gets a folder of its own, and the environment only while it unpacks.
 * Its fonts, too, it looks for in places of those servers alone; without any, it shows no letter and
 * can crash. So it is told where they are, and has these and no others on every machine.
 */
async function unpacked(): Promise<Candidate> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`there is none for ${process.platform} on ${process.arch}`);
  }
  const folder = await mkdtemp(folderOfRun('chromium-'));
  const clean = () => rm(folder, { recursive: true, force: true });
  const before = { ...process.env };
  try {
    Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
    const packaged = await import('@sparticuz/chromium');
    packaged.setupLambdaEnvironment(join(folder, 'al2023', 'lib'));
    const path = await packaged.default.executablePath();
    const { LD_LIBRARY_PATH = '' } = process.env;
    const fonts = join(folder, 'fonts.conf');
    await writeFile(
      fonts,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    );
    return {
      name: 'Chromium from the npm package @sparticuz/chromium',
      path,
      // What it leaves in its temp folder goes with it.
      env: { LD_LIBRARY_PATH, FONTCONFIG_FILE: fonts, TMPDIR: folder },
      clean,
    };
  } catch (error) {
    await clean();
    throw error;
  } finally {
    for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
    Object.assign(process.env, before);
  }
}
