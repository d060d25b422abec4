import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test('the contents mark the section that is being read', async () => {
  const page = await visit('meetings/2019-10-29/', {
    site: 'below',
    context: { viewport: { width: 1280, height: 700 }, reducedMotion: 'reduce' },
  });
  const current = page.locator('.contents [aria-current]');
  expect(await current.count()).toBe(0);
  for (const name of ['Python tests', 'Money']) {
    await page.getByRole('heading', { name, exact: true }).evaluate((h) => h.scrollIntoView());
    await expect.poll(() => current.allTextContents()).toEqual([expect.stringContaining(name)]);
  }
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect
    .poll(() => current.allTextContents())
    .toEqual([expect.stringContaining('Short overview of notarization')]);
});

test('the contents stay in view beside a long text, and fold away where there is no room', async () => {
  const page = await visit('meetings/2019-10-29/', {
    context: { viewport: { width: 1280, height: 700 }, reducedMotion: 'reduce' },
  });
  const entry = page.getByRole('navigation', { name: 'Contents' }).getByText('Python tests');
  await page.evaluate(() => scrollTo(0, 3000));
  const box = (await entry.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeLessThan(700);
  await page.setViewportSize({ width: 500, height: 700 });
  await expect.poll(() => entry.isVisible()).toBe(false);
});

test('where the contents are unfolded above the text, one reads on below them', async () => {
  const page = await visit('meetings/2019-10-29/', {
    context: { viewport: { width: 400, height: 700 }, reducedMotion: 'reduce' },
  });
  await page.locator('.contents summary').click();
  const current = page.locator('.contents [aria-current]');
  for (const name of ['Python tests', 'Money']) {
    const top = await page
      .getByRole('heading', { name, exact: true })
      .evaluate((heading) => (heading.scrollIntoView(), scrollY));
    await expect.poll(() => current.allTextContents()).toEqual([expect.stringContaining(name)]);
    expect(await page.evaluate(() => scrollY)).toBe(top);
  }
});

test('nothing in the contents moves as the mark goes on', async () => {
  const page = await visit('meetings/2019-10-29/', {
    context: { viewport: { width: 1000, height: 700 } },
  });
  const grown = await page.locator('.contents a').evaluateAll((links) =>
    links.flatMap((link) => {
      link.ariaCurrent = null;
      const before = link.getBoundingClientRect().height;
      link.ariaCurrent = 'location';
      const { height } = link.getBoundingClientRect();
      link.ariaCurrent = null;
      return height === before ? [] : [link.textContent.trim()];
    }),
  );
  expect(grown).toEqual([]);
});

test('who comes to a section goes on from there with the keyboard, and not from its line in the contents', async () => {
  const page = await visit('meetings/2019-10-29/#python-tests', {
    context: { viewport: { width: 1280, height: 400 }, reducedMotion: 'reduce' },
  });
  const current = page.locator('.contents [aria-current]');
  await expect.poll(() => current.allTextContents()).toEqual([expect.stringContaining('Python')]);
  await page.keyboard.press('Tab');
  const reached = await page.evaluate(() => document.activeElement!.getAttribute('aria-label'));
  expect(reached).toBe('Link to “Python tests”');
});

test('contents that are higher than the window follow the section that is being read', async () => {
  const page = await visit('meetings/2019-10-29/', {
    context: { viewport: { width: 1280, height: 300 }, reducedMotion: 'reduce' },
  });
  const current = page.locator('.contents [aria-current]');
  for (const name of ['Money', 'Python tests']) {
    await page.getByRole('heading', { name, exact: true }).evaluate((h) => h.scrollIntoView());
    await expect.poll(() => current.allTextContents()).toEqual([expect.stringContaining(name)]);
    const { y, height } = (await current.boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(300);
  }
});

test('contents that are higher than the window begin where the page does', async () => {
  const page = await visit('meetings/2019-10-29/', {
    context: { viewport: { width: 1280, height: 400 }, reducedMotion: 'reduce' },
  });
  const contents = page.locator('.contents');
  const scrolled = () => contents.evaluate(({ scrollTop }) => scrollTop);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(scrolled).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => contents.locator('[aria-current]').count()).toBe(0);
  expect(await scrolled()).toBe(0);
});
