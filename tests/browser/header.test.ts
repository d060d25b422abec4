import { expect, test } from 'vitest';
import { visit } from './visit.ts';

const titles = [
  'TSC',
  'osquery office hours',
  'Node.js Technical Steering Committee (TSC) Meeting',
];
const widths = [320, 480, 640, 768, 1280];

test.for(titles.flatMap((title) => widths.map((width) => ({ title, width }))))(
  'at $width px the search stands beside the title "$title", and the theme at the end of its line',
  async ({ title, width }) => {
    const page = await visit('topics/', { context: { viewport: { width, height: 600 } } });
    const [name, search, theme, main] = await page.evaluate((text) => {
      document.querySelector('.site-title')!.textContent = text;
      return ['.site-title', '.search-link', '.theme-control', 'main'].map((selector) => {
        const element = document.querySelector(selector)!;
        const { top, bottom, right } = element.getBoundingClientRect();
        return { top, bottom, right: right - parseFloat(getComputedStyle(element).paddingRight) };
      });
    }, title);
    expect(search!.top).toBeLessThan(name!.bottom);
    expect(Math.abs(theme!.right - main!.right), 'from the edge of the text').toBeLessThan(1);
    expect(name!.bottom - name!.top, 'on three lines at most').toBeLessThan(100);
  },
);
