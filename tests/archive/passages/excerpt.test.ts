import { describe, expect, test } from 'vitest';

import { excerptOf } from '../../../src/archive/passages/excerpt.ts';
import type { ReferenceKey } from '../../../src/archive/references/reference.ts';
import { archiveOf } from '../archive-of.ts';

/** The excerpt on #70 of a section, with links without their attributes. */
function excerpt(body: string, heading = 'Things') {
  const archive = archiveOf({ '2020-01-01.md': `## ${heading}\n\n${body}\n` });
  const key = 'acme/app#70' as ReferenceKey;
  const discussion = archive.reference(key)!.discussions[0]!;
  const { html, inHeading } = excerptOf(discussion, key, archive.routine);
  return { html: html.replace(/<a [^>]*>/g, '<a>'), inHeading };
}

const marked = '<mark><a>#70</a></mark>';
const url = 'https://github.com/acme/app/pull/70';

/** Words that take up so many characters, or a few less. */
const words = (room: number): string => 'wordy '.repeat(room / 6).trim();

describe('an excerpt holds', () => {
  test.for([
    [
      'the paragraph',
      `Not this one here.\n\nThis fixes slow builds, #70 at last.\n\nNor that one.`,
      `<p>This fixes slow builds, ${marked} at last.</p>`,
    ],
    [
      'the list item alone',
      `* Other things\n* This fixes #70\n* More things`,
      `<ul><li>This fixes ${marked}</li></ul>`,
    ],
    [
      'the items above and below it',
      `* Some people said\n  * that #70 is done\n    * and merged\n  * not this\n* nor this`,
      `<ul><li>Some people said<ul><li>that ${marked} is done<ul><li>and merged</li></ul></li></ul></li></ul>`,
    ],
    [
      'items that run from right to left, in lists that say so where it changes',
      `* בגלל #70 היא נכשלת\n  * עוד פרט\n    * Windows too\n* אחר`,
      `<ul dir="rtl"><li>בגלל ${marked} היא נכשלת<ul><li>עוד פרט<ul dir="ltr"><li>Windows too</li></ul></li></ul></li></ul>`,
    ],
    [
      'what follows a bare address',
      `Before it.\n\n${url}\n\nThis adds a better cache.\n\nNot this any more, as it is further down.`,
      `<p>${marked}</p><p>This adds a better cache.</p><p>Not this any more, as it is further down.</p>`,
    ],
    [
      'only one long block after a bare address',
      `${url}\n\n${'A long and winding text. '.repeat(6)}\n\nNot this any more, as it is further down.`,
      `<p>${marked}</p><p>${'A long and winding text. '.repeat(6).trim()}</p>`,
    ],
    [
      'what comes before, if nothing follows',
      `We talked about the cache.\n\n${url}`,
      `<p>We talked about the cache.</p><p>${marked}</p>`,
    ],
    [
      'the line that introduces a list',
      `Some changes by Alex:\n\n* pid file, #70\n* others`,
      `<p>Some changes by Alex:</p><ul><li>pid file, ${marked}</li></ul>`,
    ],
    [
      'the words over bare items',
      `We will split this up later.\n\n* ${url}\n* #71`,
      `<p>We will split this up later.</p><ul><li>${marked}</li></ul>`,
    ],
    [
      'the table row',
      `| PR | State |\n|---|---|\n| #69 | open |\n| #70 | merged |`,
      `<p>${marked} · merged</p>`,
    ],
    [
      'items in their order, those below one that names it and those that name it themselves',
      `* About #70\n  * first some words\n  * then #70 again`,
      `<ul><li>About ${marked}<ul><li>first some words</li><li>then ${marked} again</li></ul></li></ul>`,
    ],
    [
      'a paragraph of usual length whole',
      `${words(300)} #70 ${words(300)}`,
      `<p>${words(300)} ${marked} ${words(300)}</p>`,
    ],
    [
      'the end of a long paragraph that ends with it',
      `Not the beginning of it. ${words(900)} this is #70.`,
      expect.stringMatching(/^<p>… .* this is <mark><a>#70<\/a><\/mark>\.<\/p>$/),
    ],
    [
      'the beginning of a long paragraph that begins with it',
      `#70 is this: ${words(900)} and not the end of it.`,
      expect.stringMatching(/^<p><mark><a>#70<\/a><\/mark> is this: .*wordy…<\/p>$/),
    ],
    [
      'the beginning of a long paragraph after a bare address',
      `${url}\n\nThis adds a cache ${words(900)}`,
      expect.stringMatching(/^<p><mark>.*<\/mark><\/p><p>This adds a cache .*wordy…<\/p>$/),
    ],
    [
      'the first items of a long list after a bare address',
      `${url}\n\n* The first of them\n${`* ${words(70)}\n`.repeat(12)}* Not this any more`,
      expect.not.stringContaining('Not this'),
    ],
    [
      'the paragraphs below an only item as far as there is room',
      `* Office hours #70\n\nJoe: ${words(300)}\n\nAnn: ${words(300)}\n\nBen: Not this any more.`,
      `<ul><li>Office hours ${marked}</li></ul><p>Joe: ${words(300)}</p><p>Ann: ${words(300)}</p>`,
    ],
    [
      'each paragraph that names it',
      `First #70 came.\n\nThen nothing.\n\nThen #70 went.`,
      `<p>First ${marked} came.</p><p>Then ${marked} went.</p>`,
    ],
    [
      'what was said below an only item, up to the next list',
      `* Office hours #70\n\nJoe: had several people on the call.\n\nAnn: we need more of it.\n\n* Panel #71\n\nBen: drafted.`,
      `<ul><li>Office hours ${marked}</li></ul><p>Joe: had several people on the call.</p><p>Ann: we need more of it.</p>`,
    ],
    [
      'not what stands below one item of many',
      `* Office hours #71\n* Panel #70\n\nJoe: had several people on the call.`,
      `<ul><li>Panel ${marked}</li></ul>`,
    ],
    [
      'not what stands below an only item with items of its own',
      `* Panel #70\n  * drafted\n\nJoe: had several people on the call.`,
      `<ul><li>Panel ${marked}<ul><li>drafted</li></ul></li></ul>`,
    ],
    [
      'not what stands below an only item that is introduced',
      `What we hold:\n\n* users table, #70\n\nThe eBPF tables are on master.`,
      `<p>What we hold:</p><ul><li>users table, ${marked}</li></ul>`,
    ],
    [
      'not what stands below a bare only item with words over it',
      `Should we land it now?\n\n* #70\n\nShould we document it now?`,
      `<p>Should we land it now?</p><ul><li>${marked}</li></ul>`,
    ],
    [
      'not the paragraph over items that say something',
      `We will split this up later.\n\n* the pid file is written late, #70\n* others`,
      `<ul><li>the pid file is written late, ${marked}</li></ul>`,
    ],
    ['no code after a bare address', `${url}\n\n\`\`\`\nmake\n\`\`\``, `<p>${marked}</p>`],
  ] as const)('%s', ([, body, html]) => {
    expect(excerpt(body).html).toEqual(html);
  });

  test('what stands under a heading that names it', () => {
    expect(
      excerpt(
        `${'We talked about the cache for a while. '.repeat(4).trim()}\n\nMore.`,
        'Fix for #70',
      ),
    ).toEqual({
      html: `<p>${'We talked about the cache for a while. '.repeat(4).trim()}</p>`,
      inHeading: true,
    });
  });

  test('no words that stand in every note', () => {
    const routine = 'These wait for somebody who knows them:';
    const note = (body: string): string => `## Any PRs\n\n${routine}\n\n${body}\n`;
    const archive = archiveOf({
      '2020-01-01.md': note('* The #70 is merged by now'),
      '2020-01-08.md': note('#70'),
      '2020-01-15.md': note('* None at all today'),
    });
    const { discussions, key } = archive.reference('acme/app#70' as ReferenceKey)!;
    const told = discussions.map((one) => excerptOf(one, key, archive.routine).html);
    expect(told.map((html) => html.replace(/<a [^>]*>/g, '<a>'))).toEqual([
      `<ul><li>The ${marked} is merged by now</li></ul>`,
      `<p>${marked}</p>`,
    ]);
  });

  test('as many items below one that names it as there is room for', () => {
    const items = Array.from({ length: 20 }, (_, at) => `  * ${at}: ${'and on '.repeat(10)}`);
    const { html } = excerpt(`* This fixes #70\n${items.join('\n')}`);
    expect(html).toContain('<li>0: and on');
    expect(html.replace(/<[^>]*>/g, '').length).toBeLessThan(700);
  });

  test('no id, as it stands on a page of its own already', () => {
    const archive = archiveOf({
      '2020-01-01.md': '## Things\n\nThis fixes #70, see the note.[^1]\n\n[^1]: Words.\n',
    });
    const key = 'acme/app#70' as ReferenceKey;
    const { html } = excerptOf(archive.reference(key)!.discussions[0]!, key, archive.routine);
    expect(archive.meetings[0]!.sections[0]!.blocks[0]!.html).toMatch(/ id="/);
    expect(html).toContain('see the note.');
    expect(html).not.toMatch(/ (?:id|data-footnote-[a-z]+)=/);
  });

  test('a long paragraph cut around the mention, markup closed', () => {
    const { html } = excerpt(
      `${'many *fine* words & more '.repeat(60)} here is #70 in **bold** ${'and on '.repeat(200)}`,
    );
    expect(html).toMatch(/^<p>… /);
    expect(html).toMatch(/…<\/p>$/);
    expect(html).toContain(marked);
    expect(html).toContain('<strong>bold</strong>');
    expect(html.replace(/<[^>]*>/g, '').length).toBeLessThan(900);
    expect(html.match(/<em>/g)?.length).toBe(html.match(/<\/em>/g)?.length);
  });
});

test('an excerpt of a long item keeps the lines of the code it quotes', () => {
  const words = 'A long and winding text. '.repeat(20).trim();
  const code = '```\n  > first\n  >   second\n  > ```';
  const { html } = excerpt(`* On #70:\n\n  > ${code}\n  >\n  > ${words}\n  >\n  > ${words}`);
  expect(html).toContain('<pre><code>first\n  second\n</code></pre>');
  // Cut after a whole word, however many elements the spaces before it stand in.
  expect(html).toMatch(/ (?:A|long|and|winding|text\.)<\/p><\/blockquote>…<\/li><\/ul>$/);
});

test('an excerpt that begins within a quotation has no line that was drawn above it', () => {
  const words = 'A long and winding text. '.repeat(30).trim();
  const { html } = excerpt(`* > ${words}\n  >\n  > ---\n  >\n  > ${words}\n  >\n  > See #70.`);
  expect(html).toMatch(/^<ul><li>… <blockquote>\s*<p>(?:A|long|and|winding|text\.) /);
});

test('a block is read once for all references that it holds', () => {
  const items = Array.from({ length: 20 }, (_, at) => `* This fixes #${at + 70} for all who build`);
  const archive = archiveOf({ '2020-01-01.md': `## Things\n\n${items.join('\n')}\n` });
  const block = archive.meetings[0]!.sections[0]!.blocks[0]!;
  const { html } = block;
  let read = 0;
  Object.defineProperty(block, 'html', {
    get() {
      read += 1;
      return html;
    },
  });
  for (const { key, discussions } of archive.references) {
    expect(excerptOf(discussions[0]!, key, archive.routine).html).toContain('<mark>');
  }
  expect([archive.references.length, read]).toEqual([20, 1]);
});
