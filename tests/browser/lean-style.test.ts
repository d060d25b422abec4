import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

import { findPageKinds } from './page-kinds.ts';
import { openSearchPage } from './search-page.ts';
import { visit } from './visit.ts';

const readStyle = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../src/styles', name), 'utf8');

/** Selectors of rules which match something in a page as it stands, and which its own styles do not have. */
function missingIn(page: Page, ...names: string[]): Promise<string[]> {
  return page.evaluate((source) => {
    const selectorsOf = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) => {
        // In lists a comma stands at the top, elsewhere in brackets.
        if (rule instanceof CSSStyleRule) return rule.selectorText.split(/,\s*(?![^()]*\))/);
        return rule instanceof CSSGroupingRule ? selectorsOf(rule.cssRules) : [];
      });
    const whole = new CSSStyleSheet();
    whole.replaceSync(source);
    const own = [...document.styleSheets].flatMap((sheet) => selectorsOf(sheet.cssRules));
    const states = /::[\w-]+|:(?:hover|focus|focus-visible|popover-open|target)\b/g;
    return selectorsOf(whole.cssRules).filter((selector) => {
      const plain = selector.replace(states, '').replace(/(^|[\s>+~])(?=[\s>+~]|$)/g, '$1*');
      return !own.includes(selector) && document.querySelector(plain) !== null;
    });
  }, names.map(readStyle).join('\n'));
}

test('every page has all rules of its style that match something there', async () => {
  for (const { kind, paths } of findPageKinds(inject('sites').real)) {
    for (const path of paths) {
      const page = await visit(path);
      expect(await missingIn(page, 'tokens.css', 'base.css'), path).toEqual([]);
      if (kind === 'a meeting') {
        expect(await missingIn(page, 'meeting.css', 'note.css', 'cite.css'), path).toEqual([]);
      }
      await page.context().close();
    }
  }
});

test('what the box of a section and the search add to a page has all rules that match it', async () => {
  const page = await visit('meetings/2019-10-29/');
  await page.getByRole('button', { name: 'Cite “Python tests”' }).click();
  await page.getByRole('dialog', { name: 'Cite “Python tests”' }).waitFor();
  expect(await missingIn(page, 'base.css', 'meeting.css', 'note.css', 'cite.css')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open] input:focus');
  await page.keyboard.type('arch linux');
  await page.waitForSelector('dialog ol[data-query] mark');
  expect(await missingIn(page, 'base.css', 'meeting.css', 'note.css', 'cite.css')).toEqual([]);
});

test.for([['toolchain'], ['bazell'], ['PR 6001'], ['nothingatall'], ['2019']])(
  'what a search for "%s" shows has all rules that match it',
  async ([query]) => {
    const { page, ask } = await openSearchPage();
    await ask(query!);
    expect(await missingIn(page, 'base.css', 'controls.css', 'search-ask.css')).toEqual([]);
  },
);
