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
