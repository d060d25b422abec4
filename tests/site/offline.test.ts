import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';

import { buildSite, project } from './build.ts';
import { copyProject } from './copied-project.ts';
import { differingFiles } from './same-bytes.ts';

const guard = `--import=${pathToFileURL(path.join(import.meta.dirname, 'refuse-network.js')).href}`;

test.for([
  ['dns.lookup', "import { lookup } from 'node:dns'; lookup('localhost', () => {});"],
  ['dns.promises.lookup', "import { lookup } from 'node:dns/promises'; await lookup('localhost');"],
  ['tls.connect', "import { connect } from 'tls'; connect(443, 'localhost');"],
  ['https.request', "import { request } from 'node:https'; request('https://localhost/');"],
  ['global.fetch', "await fetch('http://localhost/');"],
  [
    'net.connect',
    `import { Worker } from 'node:worker_threads';
     new Worker("import('net').then((net) => net.connect(1, 'localhost'))", { eval: true });`,
  ],
  [
    'http.get',
    `import { execFileSync } from 'node:child_process';
     execFileSync(process.execPath, ['-e', "require('http').get('http://localhost/')"], { stdio: 'inherit' });`,
  ],
])('the guard of the next test hears %s', ([what, program]) => {
  const { stderr } = spawnSync(process.execPath, [guard, '--input-type=module', '-e', program!], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: guard },
  });
  expect(stderr).toContain(`ASKED THE NETWORK: ${what}`);
});

/** Commands that take the network away, and the rights of root; the first that works here is used. */
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const ways = [['unshare', '-n', ...nobody], nobody, ['unshare', '-rn'], []];

function findWay(): string[] {
  const readable = path.join(project, 'node_modules/astro/package.json');
  const program = `require('fs').readFileSync(${JSON.stringify(readable)})`;
  return ways.find(([command, ...args]) => {
    if (command === undefined) return true;
    return spawnSync(command, [...args, process.execPath, '-e', program]).status === 0;
  })!;
}

/** Everything in a folder: what it holds, and when it was last written to. */
function stateOf(folder: string): unknown[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return ['.', ...entries].map((name) => {
    const file = path.join(folder, name);
    const at = statSync(file);
    return [name, at.mtimeMs, at.isFile() ? readFileSync(file, 'base64') : at.nlink];
  });
}

test('a build below a path with spaces asks no network, and leaves a folder alone that it may not write', async () => {
  const top = mkdtempSync(path.join(tmpdir(), 'archive with spaces '));
  const content = path.join(top, 'content');
  const folders = ['meetings', 'topics'].map((name) => path.join(content, name));
  onTestFinished(() => {
    for (const folder of [content, ...folders]) chmodSync(folder, 0o755);
    rmSync(top, { recursive: true });
  });
  copyProject(top);
  const through = findWay();
  if (through.includes('setpriv')) chownSync(top, 65534, 65534);
  chmodSync(top, 0o755);
  for (const folder of [content, ...folders]) chmodSync(folder, 0o555);
  const before = stateOf(content);
  const env = { NODE_OPTIONS: guard, HOME: top };
  const built = await buildSite({ name: 'offline', from: top, through, env });
  const said = `${through.join(' ') || 'in the same network'}: ${built.output}`;
  expect(built.output).not.toContain('ASKED THE NETWORK');
  expect(built.code, said).toBe(0);
  expect(stateOf(content)).toEqual(before);
  // Another folder and another user are no other site.
  expect(differingFiles(inject('sites').fixture, built.dist)).toEqual([]);
});
