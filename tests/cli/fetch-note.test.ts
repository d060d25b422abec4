import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { downloadAddress, isPublicAddress } from '../../src/cli/fetch-note.ts';
import { empty } from './empty-content.ts';
import { notes } from './run.ts';

test('fetches a note, and only what it was allowed to', async () => {
  const server = http.createServer((request, response) => {
    if (request.url === '/note') response.end('# Minutes 2022-06-21\n\nThe words.\n');
    else if (request.url === '/secret') response.writeHead(403).end('No.');
    else if (request.url === '/mine') {
      response.writeHead(302, { location: '/ServiceLogin?continue=x' }).end();
    } else if (request.url === '/gone') response.writeHead(404).end('<html>Gone</html>');
    else if (request.url === '/large') response.end('x'.repeat(6_000_000));
    else response.writeHead(302, { location: request.url === '/once' ? '/note' : '/on' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const take = (address: string) =>
    notes(empty(), ['import', `${site}${address}`, '--allow-private']);
  expect((await take('/once')).stdout).toContain('+The words.');
  expect((await take('/on')).stderr).toContain('leads from one address to the next');
  expect((await take('/large')).stderr).toContain('is larger than 5 MB');
  const closed =
    'is not open to everybody: share it with everybody who has the link, or export it and take over the file.\n';
  expect((await take('/secret')).stderr).toBe(`${site}/secret ${closed}`);
  expect((await take('/mine')).stderr).toBe(`${site}/mine ${closed}`);
  expect((await take('/gone')).stderr).toBe(`${site}/gone answers with 404.\n`);
});

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['10.1.2.3', false],
  ['169.254.169.254', false],
  ['172.31.0.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false],
  ['localhost', false],
])('%s is an address of the open web: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  ['https://hackmd.io/gstfhtXYTHa3Jv-P_2RK7A', 'https://hackmd.io/gstfhtXYTHa3Jv-P_2RK7A/download'],
  ['https://hackmd.io/@team/note', 'https://hackmd.io/@team/note/download'],
  ['https://hackmd.io/s/rJ8ITZkVe', 'https://hackmd.io/s/rJ8ITZkVe/download'],
  ['https://demo.hedgedoc.org/s/rJ8ITZkVe#Votes', 'https://demo.hedgedoc.org/s/rJ8ITZkVe/download'],
  ['https://hackmd.io/c/tutorials', 'https://hackmd.io/c/tutorials'],
  [
    'https://docs.google.com/document/d/1IySG1/edit#heading=x',
    'https://docs.google.com/document/d/1IySG1/export?format=md',
  ],
  ['https://example.org/note.md', 'https://example.org/note.md'],
])('the Markdown of %s is at %s', (address, expected) => {
  expect(downloadAddress(new URL(address)).href).toBe(expected);
});
