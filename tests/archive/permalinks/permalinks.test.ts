import { expect, test } from 'vitest';

import { settleAnchors } from '../../../src/archive/permalinks/public-names.ts';
import type { Fingerprint } from '../../../src/archive/text/fingerprint.ts';
import { archiveOf } from '../archive-of.ts';

/** A record of a published anchor that stands at another heading now. */
const movedTo = (anchor: string, slug: string) => ({
  text: '' as Fingerprint,
  anchors: new Map([[anchor, '' as Fingerprint]]),
  moved: new Map([[anchor, slug]]),
});

test.for([
  ['one', 'One', '#one-1'],
  ['größe', 'Größe', '#gr%C3%B6%C3%9Fe-1'],
])(
  'links of a note follow its heading, whose anchor "%s" is another’s',
  ([slug, heading, href]) => {
    const note = `## ${heading}\n\nSee [above](#${slug}), #70 and \`href="#${slug}"\`.\n\n## Two\n`;
    const { meetings } = archiveOf({ '2020-01-01.md': note });
    const settled = settleAnchors(meetings[0]!, movedTo(slug!, 'two'));
    expect(settled.sections.map(({ id, aliases }) => ({ id, aliases }))).toEqual([
      { id: `${slug}-1` },
      { id: 'two', aliases: [slug] },
    ]);
    const printed = [settled.sections[0]?.blocks[0]?.html, settled.mentions[0]?.excerpt];
    for (const html of printed) {
      expect(html).toContain(`<a href="${href}">above</a>`);
      expect(html).toContain(`<code>href="#${slug}"</code>`);
    }
  },
);
