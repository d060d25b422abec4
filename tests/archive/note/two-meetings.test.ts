import { expect, test } from 'vitest';

import { findTwoMeetings } from '../../../src/archive/note/two-meetings.ts';

/** The lines of the two titles that are found in Markdown of headings alone, and how many more there are. */
function found(markdown: string): [first: number, second: number, further: number] | undefined {
  const headings = markdown.split('\n').map((line, index) => {
    const [marks = ''] = /^#+/.exec(line) ?? [];
    return { text: line.slice(marks.length).trim(), depth: marks.length, line: index + 1 };
  });
  const two = findTwoMeetings(headings, 'TSC');
  return two && [two.first.line, two.second.line, two.further];
}

test.each<[string, [number, number, number]]>([
  ['# Minutes 2020-02-04\n## Builds\n# Minutes 2020-03-03', [1, 3, 0]],
  ['# Minutes, 4 February 2020\n# March 3, 2020 minutes', [1, 2, 0]],
  ['# 2020-02-04\n# 2020-03-03\n# 2020-03-31', [1, 2, 1]],
  ['# Minutes\n## 2020-03-03\n### Builds\n## 2020-02-04', [2, 4, 0]],
  ['# Minutes\n## People\n## 2020-03-03\n## 2020-02-04', [3, 4, 0]],
  ['## TSC 2020-02-04\n## TSC 2020-03-03', [1, 2, 0]],
  ['# Notes (2019)\n## 5/28/19\n### Builds\n## 5/14/19\n## 4/30/19', [2, 4, 1]],
  ['# TSC 2021\n## 12/03/2021 Meeting\n### Agenda\n## 11/05/2021 Meeting', [2, 4, 0]],
  ['# 2020-02-04 (recording)\n# 2020-03-03 (recording link)', [1, 2, 0]],
  ['# Oct 29, 2019 | Weekly sync\n# Oct 22, 2019 | Weekly sync', [1, 2, 0]],
])('%j holds two meetings', (markdown, lines) => {
  expect(found(markdown)).toEqual(lines);
});

test.each([
  '# Minutes 2020-02-04\n## Builds',
  '# Minutes 2020-02-04\n# Minutes 2020-02-04',
  '# Minutes 2020-02-04\n# Minutes 2020-02-05\n# Minutes 2020-02-06',
  '# Minutes 2020-02-04\n# Next meeting: 2020-03-03',
  '# Minutes 2020-02-04\n## Minutes 2020-03-03',
  '# Minutes 2020-02-04\n## 2020-03-03\n## 2020-03-31',
  '# Minutes\n## Releases\n### 2020-03-03\n### 2020-03-31',
  '# Minutes\n## Release 2020-03-03\n## Release 2020-03-31',
  '# Minutes\n## 4.1.0 (2020-03-03)\n## 4.2.0 (2020-03-31)',
  '# Minutes February\n# Minutes March',
  '# Minutes\n## 5/28\n## 5/14',
  '# Minutes\n## 4.10.21\n## 4.11.21',
  '# Minutes\n## Tables 5/28/19\n## Tables 5/14/19',
  '# Minutes\n## 5/28/19\n## 5/29/19',
])('%j holds one', (markdown) => {
  expect(found(markdown)).toBeUndefined();
});
