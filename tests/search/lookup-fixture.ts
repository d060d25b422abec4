import type { SearchLookup } from '../../src/archive/search/search-lookup.ts';
import { type Lookup, readLookup } from '../../src/search/lookup.ts';

/** A small archive: three meetings with two, one and three records. */
export const packed: SearchLookup = {
  home: 'osquery/osquery',
  repositories: ['osquery/osquery-toolchain'],
  shortNames: { foundation: 'osquery/foundation' },
  references: {
    // #6140 and #6150 twice, pulls; #5831, an issue.
    'osquery/osquery': ['4qk,a*2', '4hz'],
    'osquery/foundation': ['', 'j'],
    'osquery/osquery-site': ['', '4a'],
  },
  meetings: '2019-10-29 2020-01-07 2021-09-28-evening',
  records: '2,1,3',
  recordings: { z3mEHMvepgA: 0 },
  topics: [
    ['packaging', 'Packaging', 'packages', '1,3'],
    ['code-signing', 'Code signing', 'codesign|signing keys', '0,2'],
  ],
  outcomes: { decisions: 4, actions: 0 },
  averageWords: 40,
  splits: 'code signing,time out',
  vocabulary: [''],
};

export const lookup: Lookup = readLookup(packed);
