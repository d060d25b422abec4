import {
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { type SiteFolder, fileWriter } from '../../src/site/file-writer.ts';
import { folder } from '../folder.ts';

/** A site that was built years ago, and the folder for the next. */
function sites(): Required<SiteFolder> & {
  of: (below: string) => [next: string, earlier: string];
} {
  const top = folder({ 'site/a/index.html': 'An earlier page – ü' });
  const [next, earlier] = [path.join(top, 'next'), path.join(top, 'site')];
  mkdirSync(next);
  const old = new Date('2020-01-01');
  utimesSync(path.join(earlier, 'a/index.html'), old, old);
  return {
    ...{ folder: next, earlier },
    of: (below) => [path.join(next, below), path.join(earlier, below)],
  };
}

const isOneFile = ([a, b]: [string, string]): boolean => statSync(a).ino === statSync(b).ino;
const page = 'a/index.html';

test.for([['An earlier page – ü'], [Buffer.from('An earlier page – ü')]])(
  'a file that stays as it was is taken over with its time: %#',
  ([content]) => {
    const { of, ...site } = sites();
    fileWriter(site)(page, content!);
    expect(isOneFile(of(page))).toBe(true);
    expect(statSync(of(page)[0]).mtime.getFullYear()).toBe(2020);
  },
);

test.for([['An earlier pagE – ü'], ['An earlier page'], [''], [Buffer.from([0, 255, 128])]])(
  'another is written, and the earlier one stays as it was: %j',
  ([content]) => {
    const { of, ...site } = sites();
    fileWriter(site)(page, content!);
    const [next, earlier] = of(page);
    expect(readFileSync(next).equals(Buffer.from(content as string))).toBe(true);
    expect(readFileSync(earlier, 'utf8')).toBe('An earlier page – ü');
  },
);

test('a file that is written twice does not change the earlier site', () => {
  const { of, ...site } = sites();
  const write = fileWriter(site);
  write(page, 'An earlier page – ü');
  write(page, 'Something else');
  const [next, earlier] = of(page);
  expect(readFileSync(next, 'utf8')).toBe('Something else');
  expect(readFileSync(earlier, 'utf8')).toBe('An earlier page – ü');
});

test.for<[string, (earlier: string) => void]>([
  ['that only its owner may read', (earlier) => chmodSync(earlier, 0o600)],
  ['that anybody may run', (earlier) => chmodSync(earlier, 0o777)],
  [
    'that is a link to another',
    (earlier) => {
      writeFileSync(`${earlier}.other`, readFileSync(earlier));
      rmSync(earlier);
      symlinkSync(`${earlier}.other`, earlier);
    },
  ],
])('a file %s is not taken over', ([, change]) => {
  const { of, ...site } = sites();
  const [next, earlier] = of(page);
  change(earlier);
  fileWriter(site)(page, 'An earlier page – ü');
  expect(isOneFile([next, earlier])).toBe(false);
  expect(readFileSync(next, 'utf8')).toBe('An earlier page – ü');
  expect(statSync(next).mode & 0o777).toBe(statSync(site.folder).mode & 0o666);
});

test('what stands where a folder was, or is missing, is no file to take over', () => {
  const { of, ...site } = sites();
  mkdirSync(of('b')[1]);
  const write = fileWriter(site);
  write('b', 'A file');
  write('c/d/e', 'Another');
  expect([readFileSync(of('b')[0], 'utf8'), readFileSync(of('c/d/e')[0], 'utf8')]).toEqual([
    'A file',
    'Another',
  ]);
});

test('without an earlier site all is written', () => {
  const { of, folder: next } = sites();
  fileWriter({ folder: next })(page, 'An earlier page – ü');
  expect(isOneFile(of(page))).toBe(false);
});
