import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/site/serve.ts';
import type { RunningServer } from '../../src/site/serve.ts';

const top = mkdtempSync(join(tmpdir(), 'archive-serve-'));
const root = join(top, 'dist');
let server: RunningServer;

const files: Record<string, string> = {
  '../secret.txt': 'secret',
  '../dist-secret/index.html': 'secret',
  '.built-for.json': '{"site":"https://example.org","base":"/foundation/"}',
  '.hidden/index.html': 'secret',
  'index.html': '<h1>home</h1>',
  '404.html': '<h1>not here</h1>',
  'meetings/2019-10-29/index.html': '<h1>a meeting</h1>',
  'meetings/2019-10-29.md': '# a note',
  'feed.xml': '<feed/>',
  'api/archive.json': '{}',
  'pagefind/fragment/en_1.pf_fragment': 'x',
  'pagefind/wasm.en.pagefind': 'x',
  'a b.txt': 'a space',
};

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(top, 'secret.txt'), join(root, 'link.txt'));
  server = await serve({ root, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(top, { recursive: true, force: true });
});

/** The answer to a path sent exactly as given: `fetch` would tidy `..` away before sending it. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (done, fail) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path, ...options }, (response) => {
        let body = '';
        response.setEncoding('latin1').on('data', (data: string) => (body += data));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on('error', fail)
        .end();
    },
  );
}

describe('serve', () => {
  test.for([
    ['/foundation/', 'text/html; charset=utf-8', '<h1>home</h1>'],
    ['/foundation/?q=1', 'text/html; charset=utf-8', '<h1>home</h1>'],
    ['/foundation/meetings/2019-10-29/', 'text/html; charset=utf-8', '<h1>a meeting</h1>'],
    ['/foundation/meetings/2019-10-29.md', 'text/markdown; charset=utf-8', '# a note'],
    ['/foundation/feed.xml', 'application/xml; charset=utf-8', '<feed/>'],
    ['/foundation/api/archive.json', 'application/json; charset=utf-8', '{}'],
    ['/foundation/pagefind/fragment/en_1.pf_fragment', 'application/octet-stream', 'x'],
    ['/foundation/pagefind/wasm.en.pagefind', 'application/octet-stream', 'x'],
    ['/foundation/a%20b.txt', 'text/plain; charset=utf-8', 'a space'],
  ])('answers %s', async ([path, type, body]) => {
    const answer = await ask(path!);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': type }, body });
  });

  test.for([
    ['/foundation', '/foundation/'],
    ['/foundation?q=a', '/foundation/?q=a'],
    ['/foundation/meetings/2019-10-29', '/foundation/meetings/2019-10-29/'],
    ['/foundation/meetings/2019-10-29?x=1', '/foundation/meetings/2019-10-29/?x=1'],
  ])('redirects %s', async ([path, location]) => {
    expect(await ask(path!)).toMatchObject({ status: 301, headers: { location } });
  });

  test.for([
    '/',
    '/index.html',
    '/foundation/none/',
    '/foundation/meetings/',
    '/foundation/../secret.txt',
    '/foundation/../../secret.txt',
    '/foundation/%2e%2e/secret.txt',
    '/foundation/..%2fsecret.txt',
    '/foundation/..%5csecret.txt',
    '/foundation/..\\secret.txt',
    '/foundation/../dist-secret/',
    '/foundation//etc/passwd',
    '/foundation/%00',
    '/foundation/%zz',
    '/foundation/.hidden/',
    '/foundation/.built-for.json',
    '/foundation/link.txt',
    '/foundation/c:/x',
    '//example.org/',
  ])('answers %s with the page for what is not there', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: '<h1>not here</h1>' });
  });

  test('compresses text for those who ask for it', async () => {
    const headers = { 'accept-encoding': 'gzip, br' };
    const page = await ask('/foundation/', { headers });
    expect(page.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    const index = await ask('/foundation/pagefind/wasm.en.pagefind', { headers });
    expect(index.headers).not.toHaveProperty('content-encoding');
  });

  test('takes only GET and HEAD', async () => {
    expect(await ask('/foundation/', { method: 'POST' })).toMatchObject({ status: 405 });
    const head = await ask('/foundation/', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, body: '', headers: { 'content-length': 13 + '' } });
  });

  test('takes the next port when one is taken', async () => {
    const taken = Number(new URL(server.url).port);
    const second = await serve({ root, port: taken });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
    expect((await fetch(second.url)).status).toBe(200);
    await second.close();
  });

  test('serves nothing that no build has finished', async () => {
    await expect(serve({ root: top, port: 0 })).rejects.toThrow('ENOENT');
  });
});

describe('the command', () => {
  const program = join(import.meta.dirname, '../../src/site/serve.ts');
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: top,
      encoding: 'utf8',
      // A command line that is taken would be served until it is ended.
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  };

  test.each([
    [['8080'], "Unexpected argument '8080'. This command does not take positional arguments"],
    [['--bogus'], "Unknown option '--bogus'"],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--port', 'http'], 'The port is to be a number from 0 to 65535, not "http".'],
    [['--port', '65536'], 'The port is to be a number from 0 to 65535, not "65536".'],
    [['--port', '80.5'], 'The port is to be a number from 0 to 65535, not "80.5".'],
    [['--port='], 'The port is to be a number from 0 to 65535, not "".'],
  ])('cannot be used as %j, and says how it can', (args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    const [first, empty, usage] = stderr.split('\n');
    expect({ first, empty, usage }).toEqual({
      first: sentence,
      empty: '',
      usage: 'npm run preview serves the site that was built.',
    });
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('says with --help what it takes', () => {
    const { status, stdout, stderr } = run('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const option of ['--root DIR', '--port NUMBER', '--host NAME']) {
      expect(stdout).toContain(option);
    }
  });

  test('says where no site is', () => {
    expect(run('--root', 'nowhere')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'There is no built site in nowhere: run npm run build first.\n',
    });
  });
});
