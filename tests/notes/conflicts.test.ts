import { describe, expect, test } from 'vitest';

import { findConflicts } from '../../src/notes/conflicts.ts';

const sides = '<<<<<<< HEAD\n## Votes\n=======\n## Ballots\n>>>>>>> a-branch\n';

describe('a conflict that nobody has settled', () => {
  test.each([
    ['between two sides', `# Minutes\n\n${sides}`, [{ first: 3, last: 7 }]],
    [
      'in each of its places',
      `${sides}\nWords.\n\n${sides}`,
      [
        { first: 1, last: 5 },
        { first: 9, last: 13 },
      ],
    ],
    [
      'with what both sides began from',
      '<<<<<<< ours\nA\n||||||| 1a2b3c4\nB\n=======\nC\n>>>>>>> theirs\n',
      [{ first: 1, last: 7 }],
    ],
    [
      'of a text that is gone on one side',
      '<<<<<<< HEAD\n=======\nA\n>>>>>>> b (Add A)\n',
      [{ first: 1, last: 4 }],
    ],
    [
      'with fences in its sides',
      '<<<<<<< HEAD\n```\n=======\n~~~\n>>>>>>> b\n',
      [{ first: 1, last: 5 }],
    ],
    ['behind code', `\`\`\`\nls\n\`\`\`\n\n${sides}`, [{ first: 5, last: 9 }]],
  ])('%s', (_, text, conflicts) => {
    expect(findConflicts(text)).toEqual(conflicts);
  });
});

test.each([
  ['quoted in code', `~~~text\n${sides}~~~\n`],
  ['quoted in indented code', sides.replace(/^/gm, '    ')],
  ['of other marks than seven', sides.replaceAll('<<<<<<<', '<<<<<<<<')],
  ['a heading underlined by seven marks', 'Votes\n=======\n\nWords.\n'],
  ['a quotation in its seventh round', '>>>>>>> Are you sure?\n\nYes.\n'],
  ['arrows around a word', '<<<<<<< BREAK >>>>>>>\n\nWords.\n'],
  ['what opens and never divides', '<<<<<<< HEAD\n\nWords.\n\n>>>>>>> b\n'],
  ['what opens and never closes', '<<<<<<< HEAD\n\nVotes\n=======\n\nWords.\n'],
])('%s is none', (_, text) => {
  expect(findConflicts(text)).toEqual([]);
});
