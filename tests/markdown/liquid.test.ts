import { describe, expect, test } from 'vitest';

import { withoutLiquid } from '../../src/markdown/liquid.ts';
import { readText } from '../read-text.ts';

describe('what is told to Liquid is not shown', () => {
  test.each([
    ['{% irc %}\n17:00 <ann> hi\n{% endirc %}', '\n17:00 <ann> hi\n'],
    ['  {%- raw -%}\n{{ a }}\n  {%- endraw -%}', '\n{{ a }}\n'],
    ['{% comment %}\n## A draft\n{% endcomment %}\nWords', '\n\n\nWords'],
    ['{% highlight js linenos %}\na\n{% endhighlight %}', '```js\na\n```'],
    ['{% highlight %}\na\n{% endhighlight %}', '```\na\n```'],
    ['{% assign n = "a" | upcase %}\nWords', '\nWords'],
  ])('%j', (text, shown) => {
    const read = withoutLiquid(text);
    expect(read.replace(/ +$/gm, '')).toBe(shown);
    expect(read).toHaveLength(text.length);
  });
});

test.each([
  '{% include youtube.html id="z3mEHMvepgA" %}',
  'See {% link _posts/2020-01-02-a.md %}',
  '- {% raw %}',
  '{{ page.title }}',
  '{ % irc % }',
  '100 {% of it',
  '```\n{% irc %}\n```',
  '{% comment %} a {% endcomment %}',
  `{% irc ${'a'.repeat(300)} %}`,
])('%j stays', (text) => {
  expect(withoutLiquid(text)).toBe(text);
});

test('code that is never closed is none, nor is its end without a beginning', () => {
  expect(withoutLiquid('{% highlight js %}\nWords').trim()).toBe('Words');
  expect(withoutLiquid('Words\n{% endhighlight %}').trim()).toBe('Words');
});

test('a comment that is never closed hides what is behind it from nobody', () => {
  expect(withoutLiquid('{% comment %}\nWords').trim()).toBe('Words');
});

test('code in it is read as code', () => {
  const { meeting } = readText(
    '# Minutes 2020-01-02\n\n{% highlight js %}\nfixes(#12) * 2 * 3\n{% endhighlight %}\n',
  );
  expect(meeting?.opening.map(({ kind, text }) => [kind, text.trim()])).toEqual([
    ['code', 'fixes(#12) * 2 * 3'],
  ]);
});
