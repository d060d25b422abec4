import { expect, test } from 'vitest';
import { markBareLinks } from '../../../src/site/views/bare-links.ts';

const link = (href: string, text: string, more = '') => `<a href="${href}"${more}>${text}</a>`;
const isBare = (html: string) => markBareLinks(html).includes('class="bare"');

test.for([
  ['https://example.org/a?b=1&#x26;c=2', 'https://example.org/a?b=1&#x26;c=2'],
  ['https://osquery.io', 'osquery.io'],
  ['https://example.org/notes/', 'example.org/notes'],
  ['http://www.example.org', 'www.example.org/'],
])('a link that says its own address is bare: %s as %s', ([href, text]) => {
  const html = link(href!, text!, ' rel="nofollow"');
  expect(markBareLinks(`<p>${html}, ${html}</p>`)).toBe(
    `<p>${html}, ${html}</p>`.replaceAll('<a ', '<a class="bare" '),
  );
});

test.for([
  ['the milestone', link('https://example.org/1', 'the milestone')],
  ['a part of it', link('https://example.org/1', 'https://example.org')],
  ['another one', link('https://example.org/1', 'https://example.org/12')],
  ['a host with a letter for its dot', link('https://osquery.io', 'osqueryxio')],
  ['a mark around it', link('https://example.org', '<code>https://example.org</code>!')],
  ['mail', link('mailto:ann@example.org', 'ann@example.org')],
  ['a reference', link('https://github.com/a/b/pull/1', '#1', ' class="reference pull"')],
])('others are not: %s', ([, html]) => expect(isBare(html!)).toBe(false));
