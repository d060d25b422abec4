import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test.for([320, 1280])(
  'a picture wider than the text keeps its shape, at %d pixels',
  async (width) => {
    const page = await visit('about/data/', { context: { viewport: { width, height: 800 } } });
    const picture = page.locator('main img').first();
    const { shown, own, text } = await picture.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      // As pages say of every picture how large it is, for its room to be kept.
      image.width = 40 * image.naturalWidth;
      image.height = 40 * image.naturalHeight;
      const { offsetWidth, offsetHeight, naturalWidth, naturalHeight } = image;
      return {
        shown: offsetWidth / offsetHeight,
        own: naturalWidth / naturalHeight,
        text: [offsetWidth, image.parentElement!.offsetWidth],
      };
    });
    expect(text[0]).toBe(text[1]);
    expect(shown).toBeCloseTo(own, 1);
  },
);
