import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { findPageKinds } from './page-kinds.ts';
import { visit } from './visit.ts';

const paths = findPageKinds(inject('sites').real).map((kind) => kind.paths[0]!);

/** What a reader who has set the colours of everything cannot see: lines, signs, marked words and the mark of the focus. */
async function findFaint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const light = (color: string): number => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const stands = (color: string, ground = paper): boolean => {
      if (color === 'none' || /^rgba\(.*, 0\)$/.test(color)) return false;
      const lights = [light(color), light(ground)].sort((a, b) => a - b);
      const [low, high] = lights as [number, number];
      return (high + 0.05) / (low + 0.05) >= 3;
    };
    const faint: string[] = [];
    for (const shape of document.querySelectorAll('svg :is(path, rect, line, circle, polyline)')) {
      const { fill, stroke, visibility } = getComputedStyle(shape);
      const { width, height } = shape.getBoundingClientRect();
      const drawn = [fill, stroke].filter((color) => color !== 'none' && !/, 0\)$/.test(color));
      if (visibility === 'hidden' || width + height === 0 || drawn.length === 0) continue;
      if (!drawn.some((color) => stands(color))) faint.push(shape.outerHTML.slice(0, 120));
    }
    // Boxes to tick are drawn by the browser, in the reader's colours.
    for (const field of document.querySelectorAll('main input:not([type=checkbox]), main select')) {
      const { borderBottomColor, borderBottomStyle, outlineStyle } = getComputedStyle(field);
      if (field.checkVisibility() && borderBottomStyle === 'none' && outlineStyle === 'none') {
        faint.push(`no edge: ${field.outerHTML.slice(0, 120)}`);
      } else if (field.checkVisibility() && !stands(borderBottomColor)) {
        faint.push(`faint edge: ${field.outerHTML.slice(0, 120)}`);
      }
    }
    for (const mark of document.querySelectorAll('mark')) {
      const { backgroundColor } = getComputedStyle(mark);
      for (const part of [mark, ...mark.querySelectorAll('*')]) {
        const inks = [getComputedStyle(part).color, getComputedStyle(part, '::before').color];
        if (!inks.every((ink) => stands(ink, backgroundColor))) {
          faint.push(`${inks.join(' ')} on ${backgroundColor}: ${part.outerHTML.slice(0, 120)}`);
        }
      }
    }
    for (const here of document.querySelectorAll<HTMLElement>('a[aria-current]')) {
      const { textDecorationLine, fontWeight } = getComputedStyle(here);
      if (textDecorationLine === 'none' && Number(fontWeight) < 600) faint.push(here.outerHTML);
    }
    const first = document.querySelector<HTMLElement>('main a, header a')!;
    first.focus();
    const { outlineStyle, outlineColor } = getComputedStyle(first);
    if (first.matches(':focus-visible') && (outlineStyle === 'none' || !stands(outlineColor))) {
      faint.push(`focus: ${outlineStyle} ${outlineColor}`);
    }
    return faint;
  });
}

test.for(paths)('with colours of the reader’s own, all of /%s can be told apart', async (path) => {
  const page = await visit(path, { context: { forcedColors: 'active', colorScheme: 'dark' } });
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  expect(await findFaint(page), 'dark').toEqual([]);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  expect(await findFaint(page), 'light').toEqual([]);
});

describe('for readers who want nothing to move', () => {
  test.for(paths)('nothing on /%s does', async (path) => {
    const page = await visit(path, { context: { reducedMotion: 'reduce' } });
    const moving = await page.evaluate(() => {
      const found: string[] = [];
      const walk = (rules: CSSRuleList): void => {
        for (const rule of rules) {
          if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) continue;
          if (rule.constructor.name === 'CSSViewTransitionRule') found.push(rule.cssText);
          if (rule instanceof CSSKeyframesRule) found.push(rule.cssText);
          if (rule instanceof CSSStyleRule) {
            const { transitionDuration, animationName, scrollBehavior } = rule.style;
            if (/[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth') {
              found.push(rule.cssText);
            }
            if (animationName && animationName !== 'none') found.push(rule.cssText);
          }
          if ('cssRules' in rule) walk(rule.cssRules as CSSRuleList);
        }
      };
      for (const sheet of document.styleSheets) walk(sheet.cssRules);
      return [...found, ...document.getAnimations().map(String)];
    });
    expect(moving).toEqual([]);
  });

  test('others see one page turn into the next', async () => {
    const page = await visit('', { context: { reducedMotion: 'no-preference' } });
    const rules = await page.evaluate(() =>
      [...document.styleSheets].flatMap(
        ({ cssRules }) =>
          [...cssRules].filter(({ cssText }) => cssText.includes('@view-transition')).length,
      ),
    );
    expect(rules.some((count) => count > 0)).toBe(true);
  });
});

test('in forced colours a chip with the focus is told from the others', async () => {
  const page = await visit('topics/code-signing/', { context: { forcedColors: 'active' } });
  const widths = () =>
    page
      .locator('a.chip')
      .evaluateAll((chips) => chips.map((chip) => getComputedStyle(chip).outlineWidth));
  expect(new Set(await widths())).toEqual(new Set(['1px']));
  await page.locator('a.chip').first().focus();
  expect((await widths())[0]).toBe('2px');
});
