import { expect, test } from 'vitest';
import { editAddress } from '../../../src/site/views/edit-address.ts';

const edit = 'https://github.com/osquery/foundation/edit/main/notes';

test.for([
  ['2019-10-29.md', '2019-10-29.md'],
  ['2019-10/29.md', '2019-10/29.md'],
  ['2019-10-29 release.md', '2019-10-29%20release.md'],
  ['2019-10-29 c#.md', '2019-10-29%20c%23.md'],
  ['2019-10-29 done?.md', '2019-10-29%20done%3F.md'],
  ['2019-10-29 50%25.md', '2019-10-29%2050%2525.md'],
  ['notes: all/2019-10-29.md', 'notes%3A%20all/2019-10-29.md'],
])('the note %s is edited at its own address', ([file, below]) => {
  expect(editAddress({ file: file! }, { edit })).toBe(`${edit}/${below}`);
  expect(editAddress({ file: file! }, { edit: `${edit}/` })).toBe(`${edit}/${below}`);
});

test('without an address to edit at there is none', () => {
  expect(editAddress({ file: '2019-10-29.md' }, {})).toBeUndefined();
});
