import { expect, test } from 'vitest';

import { decodeEntities } from '../../../src/archive/text/entity.ts';

test.each([
  ['&lt;a&gt; &amp; &quot;b&quot; &apos;', `<a> & "b" '`],
  ['&#39;&#x27;&#X2F;', "''/"],
  ['a&nbsp;b', 'a\u00a0b'],
  ['&AMP; &Lt;', '& <'],
  ['&#x1F600;', '😀'],
  ['&amp;lt;', '&lt;'],
  ['&ampere; &amp', '&ampere; &amp'],
  ['&constructor;', '&constructor;'],
  ['&#0; &#xD800; &#x110000; &#99999999999;', '&#0; &#xD800; &#x110000; &#99999999999;'],
])('%s stands for %s', (text, expected) => {
  expect(decodeEntities(text)).toBe(expected);
});
