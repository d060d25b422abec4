import type { Root } from 'mdast';
import { type Transform, fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Construct, ConstructRecord, Extension } from 'micromark-util-types';

import { unquotedTags } from './unquoted-tags.ts';
import { walkMarkdown } from './walk.ts';

/*
 * GitHub's bare addresses cost more than all the rest of CommonMark: at the start of every word the parser tries
 * whether it begins an address of mail, fails, and goes back. So what a note can hold is looked up in its text
 * first, and the parser is only sent where there may be something. The trees are the same.
 */

/** Offsets at which something may start, or nothing where it may start anywhere. */
type Starts = ReadonlySet<number>;

function startsOf(source: string, pattern: RegExp): Starts {
  const starts = new Set<number>();
  for (const { index } of source.matchAll(pattern)) starts.add(index);
  return starts;
}

/** Every offset in a run of characters that an `@` ends; an address may start at any of them. */
function mailStarts(source: string): Starts {
  const starts = new Set<number>();
  for (let at = source.indexOf('@'); at >= 0; at = source.indexOf('@', at + 1)) {
    for (let start = at - 1; start >= 0 && /[\w+.-]/.test(source.charAt(start)); start -= 1) {
      starts.add(start);
    }
  }
  return starts;
}

/** Whether some line ends in what may be the row of dashes below the head of a table. */
function mayHoldTable(source: string): boolean {
  for (let end = source.length; end > 0; end = source.lastIndexOf('\n', end - 1)) {
    let dash = false;
    let bar = false;
    for (let at = end - 1; at >= 0; at -= 1) {
      const character = source.charAt(at);
      if (character === '-') dash = true;
      else if (character === '|' || character === ':') bar = true;
      else if (character !== ' ' && character !== '\t') break;
    }
    if (dash && bar) return true;
  }
  return false;
}

/** The code of `<`. */
const lessThan = 60;
const stock = gfm();
const stockText = Object.entries(stock.text ?? {}).map(
  ([code, constructs]): [code: number, constructs: Construct[]] => [
    Number(code),
    constructs === undefined ? [] : [constructs].flat(),
  ],
);

/** A construct that is tried only at the given offsets. */
function only(construct: Construct, starts: Starts): Construct {
  const { previous } = construct;
  return {
    ...construct,
    previous(code) {
      return previous?.call(this, code) !== false && starts.has(this.now().offset);
    },
  };
}

/** GitHub's extensions to the syntax as far as a text may use them. */
function syntaxFor(source: string): Extension {
  const starts: Readonly<Record<string, Starts>> = {
    emailAutolink: mailStarts(source),
    protocolAutolink: startsOf(source, /https?:\/\//gi),
    wwwAutolink: startsOf(source, /www\./gi),
  };
  const guarded = new Map<Construct, Construct[]>();
  const guard = (construct: Construct): Construct[] => {
    const known = guarded.get(construct);
    if (known !== undefined) return known;
    const allowed = starts[construct.name ?? ''];
    const made =
      allowed === undefined ? [construct] : allowed.size === 0 ? [] : [only(construct, allowed)];
    guarded.set(construct, made);
    return made;
  };
  const text: ConstructRecord = {};
  for (const [code, constructs] of stockText) {
    const possible = constructs.flatMap(guard);
    if (possible.length > 0) text[code] = possible;
  }
  const tags = unquotedTags(source);
  if (tags !== undefined) text[lessThan] = [tags];
  return { ...stock, text, ...(!mayHoldTable(source) && { flow: {} }) };
}

const mayHoldAddress = /@|www\.|https?:\/\//i;

/**
 * Runs a transform that links the addresses in texts only on those blocks that hold one. `findAndReplace`, which
 * it consists of, leaves all others as they are.
 */
function onlyWhereAddresses(transform: Transform): Transform {
  return (tree) => {
    for (const block of tree.children) {
      let found = false;
      walkMarkdown(block, (node) => {
        if (node.type === 'link' || node.type === 'linkReference') return 'skip';
        if (node.type === 'text' && mayHoldAddress.test(node.value)) found = true;
        return found ? 'skip' : undefined;
      });
      if (found) transform(block as unknown as Root);
    }
    return tree;
  };
}

const mdastExtensions = gfmFromMarkdown().map(({ transforms, ...extension }) => ({
  ...extension,
  ...(transforms && { transforms: transforms.map(onlyWhereAddresses) }),
}));

/** Parses CommonMark with GitHub's extensions. A byte order mark is no part of it, and line ends are `\n`. */
export function parseMarkdown(source: string): Root {
  return fromMarkdown(source, { extensions: [syntaxFor(source)], mdastExtensions });
}
