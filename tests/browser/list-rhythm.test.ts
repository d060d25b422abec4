import { expect, test } from 'vitest';
import { visit } from './visit.ts';

const tight = `<ul><li>One<ul><li>Within</li><li>Within too</li></ul></li><li>Two</li></ul>`;
const loose = tight.replaceAll(/(<li>)([\w ]+)/g, '$1<p>$2</p>');

test('items of lists stand as far apart with and without blank lines in the note', async () => {
  const page = await visit('meetings/2019-10-29/');
  const tops = (html: string) =>
    page.evaluate((html) => {
      const section = document.querySelector('.text > section')!;
      section.innerHTML = `<p>Above</p>${html}<p>Below</p>`;
      const above = section.getBoundingClientRect().top;
      return [...section.querySelectorAll('li'), section.lastElementChild!].map(
        (item) => item.getBoundingClientRect().top - above,
      );
    }, html);
  expect(loose).toContain('<li><p>Within too</p></li>');
  const [one, within, next, two] = (await tops(tight)) as [number, number, number, number];
  expect(await tops(loose)).toEqual(await tops(tight));
  expect([within - one, next - within]).toEqual([two - next, two - next]);
});
