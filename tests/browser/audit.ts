import type Axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The rules that another colour scheme can break. */
export const contrast = ['color-contrast', 'color-contrast-enhanced'];

/** Breaches of WCAG 2.2 AA, of the best practices of axe, and of AAA contrast, as readable lines. */
export async function audit(page: Page, only?: string[]): Promise<string[]> {
  // It is large, and stays while the page does.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(
    async ([rules, enhanced]) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        ...(rules
          ? { runOnly: { type: 'rule', values: rules } }
          : { rules: { [enhanced]: { enabled: true }, 'target-size': { enabled: true } } }),
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ target, html }) => `${id}: ${help}: ${target.join(' ')} ${html.slice(0, 200)}`,
        ),
      );
    },
    [only, 'color-contrast-enhanced'] as const,
  );
}

/** Pixels by which the page can be scrolled sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
