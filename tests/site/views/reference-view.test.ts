import { expect, test } from 'vitest';

import { sitePaths } from '../../../src/archive/paths.ts';
import { viewReference } from '../../../src/site/views/reference-view.ts';
import { archiveOf } from '../../archive/archive-of.ts';

test('what is wide in an excerpt scrolls inside itself', () => {
  const note = `## Builds

- They fail since #70:

  | Windows | macOS |
  | :-- | --: |
  | passed | failed |

  > \`\`\`
  > cmake --build .
  > \`\`\`
`;
  const archive = archiveOf({ '2020-01-01.md': note });
  const [thread] = archive.references;
  const view = viewReference(thread!, thread!.discussions, archive, sitePaths('/'));
  const { html } = view.discussions[0]!;
  expect(html).toContain(
    '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>',
  );
  expect(html).toContain('<td class="right">failed');
  expect(html).toContain('<pre tabindex="0" role="group" aria-label="Code"><code>cmake');
});
