import { describe, expect, test } from 'vitest';
import { stemOf } from '../../src/search/stem.ts';

describe('forms of one word have one stem', () => {
  test.for([
    ['sign signs signed signing', 'sign'],
    ['notarize notarized notarization', 'notar'],
    ['logrotate logrotation logrotating', 'logrot'],
    ['certify certifies certified certifying', 'certifi'],
    ['hope hopes hoping hoped', 'hope'],
    ['stop stopped stopping stops', 'stop'],
    ['release releases released releasing', 'releas'],
    ['dependency dependencies', 'depend'],
    ['relational relation', 'relat'],
    ['happiness happy', 'happi'],
    ['process processes processing', 'process'],
    ['organization organizations', 'organiz'],
    ['add added adding', 'add'],
    ['tie ties tied', 'tie'],
    ['agreed agree', 'agre'],
    ['control controls controlled controlling', 'control'],
    ['say says saying', 'say'],
    ['fn fns', 'fn'],
    ['rfc rfcs', 'rfc'],
    ['cla clas', 'cla'],
    ['apple apples', 'apple'],
  ])('%s', ([words, stem]) => {
    expect(words!.split(' ').map(stemOf)).toEqual(words!.split(' ').map(() => stem));
  });
});

describe('words that only look alike keep their own', () => {
  test.for([
    ['news', 'new'],
    ['internal', 'intern'],
    ['universal', 'universe'],
    ['bus', 'bu'],
    ['process', 'procedure'],
    ['string', 'str'],
    ['red', 'r'],
    ['early', 'ear'],
    ['https', 'http'],
    ['class', 'clas'],
    ['prs', 'pros'],
    ['wes', 'we'],
    ['apple', 'appl'],
    ['apples', 'appl'],
    ['dos', 'do'],
  ])('%s and %s', ([one, other]) => {
    expect(stemOf(one!)).not.toBe(stemOf(other!));
  });
});

test.for(['process_events', '5836', 'c++', 'münchen', 'go', ''])('%s is its own stem', (word) => {
  expect(stemOf(word)).toBe(word);
});
