import { describe, expect, test } from 'vitest';
import { takeComplaints, visit } from './visit.ts';

describe('a built site in a real browser', () => {
  test.for(['real', 'below'] as const)('shows its home page (%s)', async (site) => {
    const page = await visit('', { site });
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('refuses a script that is not its own', async () => {
    const page = await visit('');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run by a stranger"';
      document.body.append(script);
    });
    expect(await page.title()).not.toBe('run by a stranger');
    expect(takeComplaints().join('\n')).toContain('Content Security Policy');
  });

  test('asks no other host, even when told to', async () => {
    const page = await visit('');
    await page.evaluate(() => fetch('https://example.org/').catch(() => undefined));
    expect(takeComplaints().join('\n')).toContain('Content Security Policy');
  });

  test('answers an unknown path with its own page', async () => {
    const page = await visit('no/such/page/');
    expect(await page.locator('h1').count()).toBe(1);
    expect(takeComplaints()).toEqual([expect.stringContaining('404')]);
  });
});
