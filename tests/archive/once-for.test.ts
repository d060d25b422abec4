import { expect, test } from 'vitest';
import { onceFor, onceForLatest } from '../../src/archive/once-for.ts';

test('an answer is made once for each thing', () => {
  let made = 0;
  const nameOf = onceFor(({ name }: { name: string }, greeting: string) => {
    made += 1;
    return { text: `${greeting}, ${name}` };
  });
  const [ann, other] = [{ name: 'Ann' }, { name: 'Ann' }];
  expect(nameOf(ann, 'Hello').text).toBe('Hello, Ann');
  expect(nameOf(ann, 'Hello')).toBe(nameOf(ann, 'Hello'));
  expect(nameOf(other, 'Hello')).not.toBe(nameOf(ann, 'Hello'));
  expect(made).toBe(2);
});

test('an answer of nothing is one as well', () => {
  let made = 0;
  const nothingOf = onceFor((_: object) => {
    made += 1;
    return undefined;
  });
  const thing = {};
  expect([nothingOf(thing), nothingOf(thing), made]).toEqual([undefined, undefined, 1]);
});

test('of the latest alone an answer is kept, and what is asked about again is among them', () => {
  const made: string[] = [];
  const nameOf = onceForLatest(2, ({ name }: { name: string }) => {
    made.push(name);
    return name;
  });
  const [ann, bo, cy] = [{ name: 'Ann' }, { name: 'Bo' }, { name: 'Cy' }];
  for (const person of [ann, bo, ann, cy, ann, bo]) expect(nameOf(person)).toBe(person.name);
  expect(made).toEqual(['Ann', 'Bo', 'Cy', 'Bo']);
});
