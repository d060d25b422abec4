import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

import { buildSite } from './build.ts';

/** Ends the process that opens a connection or looks up a host. */
const refusal = `
import net from 'node:net';
import dns from 'node:dns';
const refuse = (what) => () => {
  process.stderr.write('ASKED THE NETWORK: ' + what + '\\n');
  process.exit(97);
};
net.Socket.prototype.connect = refuse('connect');
dns.lookup = refuse('lookup');
dns.promises.lookup = refuse('lookup');
globalThis.fetch = refuse('fetch');
`;

test('a build asks the network for nothing, and reads a folder that it may not write', async () => {
  const top = mkdtempSync(path.join(tmpdir(), 'archive with spaces '));
  const notes = path.join(top, 'content of ours', 'meetings');
  mkdirSync(notes, { recursive: true });
  onTestFinished(() => {
    chmodSync(notes, 0o755);
    rmSync(top, { recursive: true });
  });
  const guard = path.join(top, 'refuse.mjs');
  writeFileSync(guard, refusal);
  writeFileSync(path.join(notes, '2020-01-02.md'), '# Notes\n\n## Packaging\n\nSee #12.\n');
  chmodSync(path.join(notes, '2020-01-02.md'), 0o444);
  chmodSync(notes, 0o555);
  const built = await buildSite({
    name: 'offline',
    env: {
      ARCHIVE_CONTENT: path.dirname(notes),
      NODE_OPTIONS: `--import=${pathToFileURL(guard).href}`,
    },
  });
  expect(built.output).not.toContain('ASKED THE NETWORK');
  expect(built.code, built.output).toBe(0);
});
