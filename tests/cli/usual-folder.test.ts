import { expect, test } from 'vitest';

import type { MeetingDate } from '../../src/archive/dates/date.ts';
import { usualFolder } from '../../src/cli/usual-folder.ts';

const day = (date: string): MeetingDate => date as unknown as MeetingDate;

test.for<[files: string[], folder: string, oneOfSeveral: boolean]>([
  [[], '', false],
  [['2020-02-04.md'], '', false],
  [['2019/2019-10-29.md', '2020-02-04.md'], '', false],
  [['2019/2019-10-29.md', '2020/2020-02-04.md'], '2021', false],
  [['2020/02/2020-02-04.md'], '2021/03', false],
  [['2020/02/04/2020-02-04.md'], '2021/03/02', false],
  [['2020-02/2020-02-04.md', '2020_01/2020-01-07.md'], '2021-03', true],
  [['202002/2020-02-04.md'], '202103', false],
  [['2020-02-04/2020-02-04.md'], '2021-03-02', false],
  [['tsc/2020/2020-02-04.md'], 'tsc/2021', false],
  [['2020/tsc/2020-02-04.md'], '2021/tsc', false],
  [['minutes/2020-02-04.md', 'minutes/2020-01-07.md'], 'minutes', false],
  [['tsc/2020-02-04.md', 'wg/2020-01-07.md'], 'tsc', true],
  [['02/2020-02-04.md'], '02', false],
  [['2020/q1/2020-02-04.md'], '2021/q1', false],
  [['2020/04/2020-02-04.md'], '2021/04', false],
])('beside %j the note of 2021-03-02 belongs into %j', ([files, folder, oneOfSeveral]) => {
  const meetings = files.map((file) => ({ file, date: day(file.slice(-13, -3)) }));
  expect(usualFolder(meetings, day('2021-03-02'))).toEqual({ folder, oneOfSeveral });
});
