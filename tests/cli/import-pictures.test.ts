import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { folder } from '../folder.ts';
import { empty } from './empty-content.ts';
import { notes } from './run.ts';

const picture = 'data:image/png;base64,iVBORw0KGgo=';

test.each([
  ['Markdown', `# Minutes 2022-06-21\n\n![A plan][image1]\n\n[image1]: <${picture}>\n`],
  ['HTML', `<html><h1>Minutes 2022-06-21</h1><p><img alt="A plan" src="${picture}"></p></html>`],
])('a picture within %s is missed', async (_form, source) => {
  const { code, stdout } = await notes(empty(), ['import', '-'], source);
  expect(code).toBe(1);
  expect(stdout).toContain('  1 picture is not in the note: save it beside it');
  expect(stdout).not.toContain('base64');
});

describe('pictures', () => {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const within = `data:image/png;base64,${bytes.toString('base64')}`;
  const place = (directory: string, name: string): string =>
    path.join(directory, 'content/meetings', name);

  test.each([
    ['Markdown', `![A plan](${within})`, '![A plan](2022-06-21-1.png)'],
    [
      'Markdown of Google Docs',
      `See ![][image1]\n\n[image1]: <${within}>`,
      'See ![][image1]\n\n[image1]: 2022-06-21-1.png',
    ],
    ['HTML', `<html><p><img alt="A plan" src="${within}"></p>`, '![A plan](2022-06-21-1.png)'],
  ])('that %s holds come to stand beside the note', async (_form, written, shown) => {
    const directory = empty();
    const options = ['import', '-', '--date', '2022-06-21'];
    const first = await notes(directory, options, written);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('  Beside it: 2022-06-21-1.png.');
    expect(readdirSync(place(directory, ''))).toEqual(['.keep']);
    await notes(directory, [...options, '--write'], written);
    expect(readFileSync(place(directory, '2022-06-21.md'), 'utf8')).toBe(`${shown}\n`);
    expect(readFileSync(place(directory, '2022-06-21-1.png'))).toEqual(bytes);
    expect((await notes(directory, ['check'])).stdout).not.toContain('image-missing');
    const again = await notes(directory, [...options, '--write'], written);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('content/meetings/2022-06-21.md is the same already.');
  });

  test('without words for them are named', async () => {
    const source = `# Minutes 2022-06-21\n\n![](${within})\n`;
    const { stdout } = await notes(empty(), ['import', '-'], source);
    expect(stdout).toContain('Write between the brackets of ![] what they show.');
    const told = await notes(empty(), ['import', '-'], source.replace('![]', '![A plan]'));
    expect(told.stdout).not.toContain('brackets');
  });

  test('beside a source come along, each once and under a name that is free', async () => {
    const directory = empty();
    const export_ = folder({
      'minutes.md':
        '# Minutes 2022-06-21\n\n![A](images/a%20b.png) ![B](<images/a b.png>) ![C](c.gif) ![D](d.gif)\n\n```\n![E](c.gif)\n```\n',
    });
    mkdirSync(path.join(export_, 'images'));
    writeFileSync(path.join(export_, 'images/a b.png'), bytes);
    writeFileSync(path.join(export_, 'c.gif'), gif);
    writeFileSync(path.join(export_, 'd.gif'), 'none');
    writeFileSync(place(directory, '2022-06-21-1.png'), gif);
    const { stdout } = await notes(directory, [
      'import',
      '--write',
      path.join(export_, 'minutes.md'),
    ]);
    expect(stdout).toContain('  Beside it: 2022-06-21-2.png, 2022-06-21-1.gif.');
    expect(stdout).toContain('The image "d.gif" cannot be shown');
    expect(readFileSync(place(directory, '2022-06-21.md'), 'utf8')).toBe(
      '# Minutes 2022-06-21\n\n![A](2022-06-21-2.png) ![B](2022-06-21-2.png) ![C](2022-06-21-1.gif) ![D](d.gif)\n\n```\n![E](c.gif)\n```\n',
    );
    expect(readFileSync(place(directory, '2022-06-21-1.png'))).toEqual(gif);
    expect(readFileSync(place(directory, '2022-06-21-2.png'))).toEqual(bytes);
  });

  test('of a whole folder come along, and their folder is not passed over', async () => {
    const directory = empty();
    const from = folder({
      'minutes.md': '# Minutes 2022-06-21\n\n![A](images/a.png)\n',
      'more.md': '# Minutes 2022-06-28\n\n![A](images/a.png)\n',
      'sound/a.ogg': '',
    });
    mkdirSync(path.join(from, 'images'));
    writeFileSync(path.join(from, 'images/a.png'), bytes);
    const { stdout } = await notes(directory, ['import', '--write', '--bulk', from]);
    expect(stdout).toContain(`Passed over in ${from}: sound/.`);
    expect(readdirSync(place(directory, '')).sort()).toEqual([
      '.keep',
      '2022-06-21-1.png',
      '2022-06-21.md',
      '2022-06-28-1.png',
      '2022-06-28.md',
    ]);
  });

  test('elsewhere stay where they are', async () => {
    const directory = empty();
    const outer = folder({ 'export/minutes.md': '# Minutes 2022-06-21\n\n![A](../me.png)\n' });
    writeFileSync(path.join(outer, 'me.png'), bytes);
    const { code, stdout } = await notes(directory, [
      'import',
      '--write',
      path.join(outer, 'export/minutes.md'),
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('warning image-missing');
    expect(readdirSync(place(directory, '')).sort()).toEqual(['.keep', '2022-06-21.md']);
  });

  test('of a note that is already in its place stay as they are', async () => {
    const directory = empty();
    const note = '# Minutes 2022-06-21\n\n![A](a.png)\n';
    writeFileSync(place(directory, '2022-06-21.md'), note);
    writeFileSync(place(directory, 'a.png'), bytes);
    const { stdout } = await notes(directory, ['import', place(directory, '2022-06-21.md')]);
    expect(stdout).toContain('is the same already');
    expect(stdout).not.toContain('Beside it');
  });

  test('of a note that is refused are not written', async () => {
    const directory = empty();
    writeFileSync(place(directory, '2022-06-21.md'), '# Minutes 2022-06-21\n\nOther words.\n');
    const source = `# Minutes 2022-06-21\n\n![A](${within})\n`;
    expect(await notes(directory, ['import', '-', '--write'], source)).toMatchObject({ code: 1 });
    expect(readdirSync(place(directory, '')).sort()).toEqual(['.keep', '2022-06-21.md']);
  });
});
