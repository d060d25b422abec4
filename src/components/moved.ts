import { decodePercent } from '../archive/text/percent-encoding.ts';

// Goes on to where a page has moved, with the anchor that the visitor came with, or to where that stands now.
const link = document.getElementById('site.moved');
const anchors = document.getElementById('site.anchors')?.children ?? [];
const asked = decodePercent(location.hash.slice(1));
const anchor = [...anchors].find(({ id }) => id === asked);
const exact = anchor?.querySelector('a');
if (exact) location.replace(exact.href);
else if (link instanceof HTMLAnchorElement) location.replace(link.href + location.hash);
