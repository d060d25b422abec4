import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { beforeAll, expect, test } from 'vitest';

import { buildSite, project } from './build.ts';
import { type BuiltPage, readPages } from './built-pages.ts';

type Node = DefaultTreeAdapterTypes.Node;

// Japanese throughout but for one note, so that a word's letters tell who wrote it: the notes, or the site.
const files = {
  'archive.yaml': `
    title: 定例会議
    sentence: 開発者の会議の記録です。
    home: acme/app
    language: ja
    licence: 自由に使えます。
    playlist: https://www.youtube.com/playlist?list=x&y`,
  'topics/packaging.md': `
    ---
    name: 包装
    aliases: [署名, توقيع الحزم]
    summary: 包装とは何か。
    ---
    包装の説明です。`,
  'meetings/2023-03-05.md': `
    # 三月の会議

    参加者:

    - 田中

    ## 包装の署名

    署名を議論しました。 [#12](https://github.com/acme/app/pull/12) を参照。包装の署名が必要です。

    ### 手順

    - Decision: 署名を使う
    - [ ] 文書を書く

    ## 質問`,
  'meetings/2023-04-02.md': `
    # 四月の会議

    ## 包装の署名の続き

    署名は終わりました。 [#12](https://github.com/acme/app/pull/12) を参照。

    ## 質問`,
  'meetings/2023-05-07.md': `
    ---
    lang: ar_eg
    ---

    # اجتماع مايو

    ## توقيع الحزم

    ناقشنا التوقيع في [#12](https://github.com/acme/app/pull/12) مرة أخرى.

    - Decision: نوافق`,
  // Enough for further pages of what is about the topic.
  'meetings/2023-06-04.md': manySections('六'),
  'meetings/2023-07-02.md': manySections('七'),
  'meetings/2023-08-06.md': manySections('八'),
};

function manySections(month: string): string {
  const sections = Array.from(
    { length: 40 },
    (_, at) => `## ${month}月の包装の署名 ${at}\n\n${month}月に包装の署名 ${at} を議論しました。\n`,
  );
  return `# 会議\n\n${sections.join('\n')}`;
}

let pages: BuiltPage[];

beforeAll(async () => {
  const content = path.join(project, '.cache/tests/language-content');
  for (const [below, text] of Object.entries(files)) {
    const file = path.join(content, below);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll(/^ {4}/gm, '').trimStart());
  }
  const built = await buildSite({ name: 'language', env: { ARCHIVE_CONTENT: content } });
  expect(built.code, built.output).toBe(0);
  pages = readPages(built.dist);
}, 120_000);

/**
 * The texts of a page, each with the language that the page says it is in and the one that it is in. The site's own
 * words never stand in one text with those of a note, which may mix languages itself: behind "Decision:".
 */
function languages(html: string): { text: string; said: string | undefined; is: string }[] {
  const found: { text: string; said: string | undefined; is: string }[] = [];
  const walk = (node: Node, said: string | undefined): void => {
    if ('value' in node) {
      const text = node.value.replace(/acme\/app|#\d+/g, '').trim();
      const is = [
        /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text) && 'ja',
        /\p{Script=Arabic}/u.test(text) && 'ar-EG',
        /\p{Script=Latin}{3}/u.test(text) && 'en',
      ].filter((language) => language !== false);
      if (is.length === 1 || (is.includes('en') && !text.startsWith('Decision:')))
        found.push({ text, said, is: is.join(' and ') });
    }
    if ('tagName' in node && /^(?:head|script|style|svg|code|textarea)$/.test(node.tagName)) return;
    const own = 'attrs' in node ? node.attrs.find(({ name }) => name === 'lang')?.value : undefined;
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, own ?? said);
  };
  walk(parse(html, { scriptingEnabled: false }), undefined);
  return found;
}

test('the words of notes are in their language, and those of the site in English', () => {
  const seen = new Set<string>();
  const wrong = pages.flatMap(({ path: at, html }) =>
    languages(html).flatMap(({ text, said, is }) => {
      seen.add(`${is} ${at.split('/')[0]}`);
      return said === is ? [] : [`${at}: ${text} is ${is}, said to be ${said}`];
    }),
  );
  expect(wrong).toEqual([]);
  for (const kind of ['ja meetings', 'ar-EG meetings', 'ar-EG acme', 'ja topics', 'ja decisions']) {
    expect(seen).toContain(kind);
  }
  expect(pages.map(({ path: at }) => at)).toContainEqual(
    expect.stringMatching(/^topics\/packaging\/.+/),
  );
});

test('the foot of every page leads to the playlist, in words of the site', () => {
  const feet = pages.flatMap(({ path: at, html }) => {
    const foot = /<footer class="?site-footer[^]*?<\/footer>/.exec(html)?.[0];
    return foot === undefined ? [] : [{ at, foot }];
  });
  expect(feet.length).toBeGreaterThan(8);
  for (const { at, foot } of feet) {
    expect(foot, at).toMatch(
      /<li>\s*<a href="https:\/\/www\.youtube\.com\/playlist\?list=x&(?:amp|#38);y">Recordings<\/a>/,
    );
  }
});
