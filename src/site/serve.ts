import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';
import { localSite } from './address.ts';
import { locationOf } from './location.ts';
import { mediaType } from './media-types.ts';
import { builtFor } from './replace-site.ts';
import { WrongUsage, readOptions } from './usage.ts';

/** A running server: `url` is the home page, with the base path the site was built for. */
export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the built site in `root` below the base path it was built for. `port` 0 takes any free port; a port
 * that is taken gives way to the next free one. Throws when `root` holds no finished build.
 */
export async function serve(options: {
  root: string;
  port: number;
  host?: string;
}): Promise<RunningServer> {
  const root = await realpath(resolve(options.root));
  const base = await readBase(root);
  const host = options.host ?? 'localhost';
  const server = createServer((request, response) => {
    answer(root, base, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function readBase(root: string): Promise<string> {
  const { base } = JSON.parse(await readFile(join(root, builtFor), 'utf8')) as { base: string };
  return base.endsWith('/') ? base : `${base}/`;
}

/** Listens on `port` or the first free one of the twenty above it; the port it got. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let offset = 0; ; offset += 1) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(port === 0 ? 0 : port + offset, host, () => {
          server.off('error', fail);
          done();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || offset === 20) throw error;
    }
  }
}

async function answer(
  root: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  if (`${path}/` === base) {
    redirect(response, base, query);
    return;
  }
  const segments = path.startsWith(base) ? parsePath(path.slice(base.length)) : undefined;
  if (segments) {
    const file = join(root, ...segments);
    const found = await findFile(root, path.endsWith('/') ? join(file, 'index.html') : file);
    if (found) {
      await send(request, response, 200, found);
      return;
    }
    if (!path.endsWith('/') && (await findFile(root, join(file, 'index.html')))) {
      redirect(response, `${path}/`, query);
      return;
    }
  }
  const notFound = await findFile(root, join(root, '404.html'));
  if (notFound) await send(request, response, 404, notFound);
  else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
}

/**
 * Decoded segments of a request path, or nothing when it cannot name a file of the site: a hidden one, one
 * outside, or one that hides a separator in an escape.
 */
function parsePath(path: string): string[] | undefined {
  let segments: string[];
  try {
    segments = path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  if (segments.at(-1) === '') segments.pop();
  return segments.every((segment) => /^[^./\\\0:][^/\\\0]*$/.test(segment)) ? segments : undefined;
}

function redirect(response: ServerResponse, path: string, query: string | undefined): void {
  response.writeHead(301, { location: locationOf(path, query) }).end();
}

async function findFile(
  root: string,
  path: string,
): Promise<{ path: string; size: number } | undefined> {
  try {
    const real = await realpath(path);
    if (!real.startsWith(root + sep)) return undefined;
    const facts = await stat(real);
    return facts.isFile() ? { path: real, size: facts.size } : undefined;
  } catch {
    return undefined;
  }
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: { path: string; size: number },
): Promise<void> {
  const type = mediaType(file.path);
  const text = /^text\/|json|xml|wasm/.test(type);
  const brotli = text && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(text ? { vary: 'accept-encoding' } : {}),
    ...(brotli ? { 'content-encoding': 'br' } : { 'content-length': file.size }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const source = createReadStream(file.path);
  if (!brotli) return pipeline(source, response);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return pipeline(source, createBrotliCompress({ params: quality }), response);
}

const usage = `npm run preview serves the site that was built.

  --root DIR      the folder it is in; dist/ if none is given
  --port NUMBER   at this port, or the next that is free; ${new URL(localSite).port} if none is given, 0 for any
  --host NAME     at this name or address of the machine; localhost if none is given
  --help          this text`;

/** Reads the options; nothing where help is asked for. Throws a `WrongUsage` where they cannot be used. */
function readRequest(args: readonly string[]): Parameters<typeof serve>[0] | undefined {
  const options = {
    root: { type: 'string', default: 'dist' },
    port: { type: 'string', default: new URL(localSite).port },
    host: { type: 'string' },
    help: { type: 'boolean', default: false },
  } as const;
  const { root, port, host, help } = readOptions(args, options, usage);
  if (help) return undefined;
  if (!/^\d+$/.test(port) || Number(port) > 65_535) {
    throw new WrongUsage(`The port is to be a number from 0 to 65535, not "${port}".`, usage);
  }
  return { root, port: Number(port), ...(host ? { host } : {}) };
}

if (import.meta.main) {
  let root = '';
  try {
    const request = readRequest(process.argv.slice(2));
    if (request === undefined) process.stdout.write(`${usage}\n`);
    else {
      ({ root } = request);
      const server = await serve(request);
      process.stdout.write(`\nThe site is at ${server.url}\nPress Ctrl+C to stop.\n`);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing =
      code === 'ENOENT' ? `There is no built site in ${root}: run npm run build first.` : message;
    process.stderr.write(`${missing}\n`);
    process.exitCode = error instanceof WrongUsage ? 2 : 1;
  }
}
