import { expect, test } from 'vitest';

import { htmlBytes, printedBytes } from '../../../src/archive/text/html-bytes.ts';
import { escapeHtml } from '../../../src/archive/text/printed.ts';

test.each(['', 'plain', 'é', '日本語', '🙂 and 🙂', '<b> & "quoted" and it’s', "it's > 1"])(
  'the bytes of %j in HTML',
  (text) => {
    const printed = escapeHtml(text).replaceAll("'", '&#39;');
    expect(htmlBytes(text)).toBe(Buffer.byteLength(printed));
    expect(printedBytes(printed)).toBe(Buffer.byteLength(printed));
  },
);
