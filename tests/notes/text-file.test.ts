import { expect, test } from 'vitest';

import { shownPath } from '../../src/notes/text-file.ts';

test.for([
  ['/project/content/a.md', 'content/a.md'],
  ['/project/..drafts/a.md', '..drafts/a.md'],
  ['/project/q:a.md', 'q:a.md'],
  ['/projects/a.md', '/projects/a.md'],
  ['/a.md', '/a.md'],
])('%s is shown as %s in /project', ([file, shown]) => {
  expect(shownPath('/project', file!)).toBe(shown);
});
