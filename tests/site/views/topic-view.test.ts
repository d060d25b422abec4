import { expect, test } from 'vitest';

import { sitePaths } from '../../../src/archive/paths.ts';
import { viewTopic } from '../../../src/site/views/topic-view.ts';
import { archiveOf, topicOf } from '../../archive/archive-of.ts';

test('a topic is also called what its aliases say, but not its name in other capitals', () => {
  const topic = topicOf('CI', 'ci', 'continuous integration', 'CIs');
  const archive = archiveOf({ '2020-01-07.md': '## CI\n\nIt is green.\n' }, { topics: [topic] });
  const { otherNames } = viewTopic(archive.topics[0]!, archive, sitePaths('/'));
  expect(otherNames).toEqual(['continuous integration', 'CIs']);
});
