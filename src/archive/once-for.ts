/**
 * A function that makes its answer for a thing once, and gives the same one for as long as anybody holds the thing. All
 * that it is asked with besides is to be the same each time.
 */
export function onceFor<Thing extends object, More extends unknown[], Answer>(
  make: (thing: Thing, ...more: More) => Answer,
): (thing: Thing, ...more: More) => Answer {
  const made = new WeakMap<Thing, { answer: Answer }>();
  return (thing, ...more) => {
    let known = made.get(thing);
    if (known === undefined) made.set(thing, (known = { answer: make(thing, ...more) }));
    return known.answer;
  };
}

/**
 * The same for answers that all together would take too much memory: kept are those for the things that were asked about
 * last, at most so many of them.
 */
export function onceForLatest<Thing extends object, Answer>(
  most: number,
  make: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const made = new Map<Thing, { answer: Answer }>();
  return (thing) => {
    const known = made.get(thing) ?? { answer: make(thing) };
    made.delete(thing);
    made.set(thing, known);
    for (const oldest of made.keys()) {
      if (made.size <= most) break;
      made.delete(oldest);
    }
    return known.answer;
  };
}
