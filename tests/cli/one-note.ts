import { folder } from '../folder.ts';

/** A note that leaves something open. */
export const last = `# Minutes 2020-02-04

## Tables

* [ ] write the tables of #6150
* [x] ask for them
* [ ] [Rows that repeat](https://github.com/osquery/osquery/pull/6151)
* [x] [Rows that are lost](https://github.com/osquery/osquery/pull/6152)

TODO: Push 4.1.2 to stable.

## Old pull requests

We look at the rest next time. Nothing else.
`;

/** A folder of its own, with a content folder that holds that note, and more. */
export const content = (more: Record<string, string | Uint8Array> = {}) =>
  folder({
    'content/archive.yaml': 'title: Minutes\nhome: osquery/osquery\ncadence: every 4 weeks\n',
    'content/template.md': '# Minutes YYYY-MM-DD\n\n## Agenda\n\n## Old pull requests\n',
    'content/meetings/2020-02-04.md': last,
    ...more,
  });
