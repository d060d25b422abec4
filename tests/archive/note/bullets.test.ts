import { expect, test } from 'vitest';

import { markBullets } from '../../../src/archive/note/bullets.ts';

test.each([
  ['• a\n• b', '- a\n- b'],
  ['Agenda:\n●\ta\n●\tb', 'Agenda:\n- a\n- b'],
  ['\t• a\n\t• b', '- a\n- b'],
  ['• a\n   • b\n      • c\n• d', '- a\n  - b\n    - c\n- d'],
  ['● a\n○ b\n■ c\n○ d\n● e', '- a\n  - b\n    - c\n  - d\n- e'],
  ['● a\n    ○ b\n    ○ c\n● d', '- a\n  - b\n  - c\n- d'],
  ['\u00a0• a\n\u00a0\u00a0\u00a0◦\u00a0b', '- a\n  - b'],
  ['• a goes\non here\n◦ b', '- a goes\non here\n  - b'],
  ['•\ta\no\tb\n\uf0a7\tc\no\td\n•\te', '- a\n  - b\n    - c\n  - d\n- e'],
  ['·\ta\n    o\tb\n        §\tc', '- a\n  - b\n    - c'],
  ['\uf0b7 a\n\uf0b7 b', '- a\n- b'],
  ['• a\n\n• b\n\n◦ c', '- a\n\n- b\n\n  - c'],
  ['• a\n\nWords.\n\n◦ b', '- a\n\nWords.\n\n- b'],
  ['• a\n## B\n◦ c', '- a\n## B\n- c'],
  ['- a\n  • b\n  • c\n- d', '- a\n  - b\n  - c\n- d'],
  ['- a\n  words\n  • b\n    ◦ c', '- a\n  words\n  - b\n    - c'],
  ['• 1. a\n• - b\n• # c\n• [ ] d', '- 1\\. a\n- \\- b\n- \\# c\n- [ ] d'],
  ['• >b\n• ---\n• * * *\n• ```js', '- \\>b\n- \\---\n- \\* * *\n- \\```js'],
  ['• ~~a~~\n• **b**\n• `c`\n• ```d```', '- ~~a~~\n- **b**\n- `c`\n- ```d```'],
  ['a\\\n• b\\\n• c', 'a\n- b\n- c'],
  ['[x] a\n[ ] b', '- [x] a\n- [ ] b'],
  ['Boxes:\n  [X] a\n    [ ] b\n  [ ] c', 'Boxes:\n- [X] a\n  - [ ] b\n- [ ] c'],
  ['a\\\\\n• b', 'a\\\\\n- b'],
])('%j is the list %j', (text, list) => {
  expect(markBullets(text.split('\n')).join('\n')).toBe(list);
});

test.each([
  '•',
  '•a\n•b',
  'a • b\nc • d',
  '```\n• a\n• b\n```',
  '- a\n* b\n+ c',
  '– a\n– b',
  '> • a',
  'o a\no b',
  'foo\ta\no\n§ 1\n§ 2\n§12\ta',
  '[x](https://a.org) a\n[y] b',
  '[x]\n[ ]\n[]',
  '[x]: https://a.org\n[ x ] b',
  '- [ ] a\n- [x] b',
])('%j is left as it is', (text) => {
  expect(markBullets(text.split('\n')).join('\n')).toBe(text);
});
