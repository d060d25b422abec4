import { styleText } from 'node:util';

import { createTwoFilesPatch } from 'diff';

import { withoutControls } from '../archive/diagnostics/report.ts';

/** What changed between two texts of a file, as a unified diff with three lines around each change. */
export function showDiff(file: string, before: string, after: string, colour: boolean): string {
  const patch = createTwoFilesPatch(file, file, before, after, undefined, undefined, {
    context: 3,
  });
  return patch
    .split('\n')
    .filter((line) => !/^(?:====|Index: )/.test(line) && !line.startsWith('\\ No newline'))
    .map((line) => {
      const shown = withoutControls(line);
      if (!colour) return shown;
      const style = line.startsWith('+') ? 'green' : line.startsWith('-') ? 'red' : 'reset';
      return styleText(style, shown, { validateStream: false });
    })
    .join('\n');
}
