import postcss, { type AtRule, type ChildNode, type Rule } from 'postcss';
import parseSelectors from 'postcss-selector-parser';

/** Gives of some CSS what can match, where only elements and classes of certain names are used. */
type Lean = (used: ReadonlySet<string>) => string;

/** A style that gives of itself what a page can use. */
export interface LeanStyle {
  /** Names of elements, such as `table`, and classes, such as `.task`, that any rule needs. */
  names: ReadonlySet<string>;
  /** The rules that can match something where, of these names, only some are used. */
  lean: Lean;
}

/** At-rules with rules in them that hold as they do outside; `from` and `to` of `@keyframes` are no elements. */
const conditions = new Set(['media', 'supports', 'container']);

const selectorsOf = parseSelectors();

/**
 * The types and classes without which a selector (Selectors, level 4) matches nothing: those of its compounds.
 * What stands in a function, such as `:not(.a)` or `:is(.a, .b)`, may be missing.
 */
function neededNames(selector: string): string[] {
  return selectorsOf.astSync(selector).nodes.flatMap(({ nodes }) =>
    nodes.flatMap((node) => {
      if (node.type === 'class') return [`.${node.value}`];
      return node.type === 'tag' ? [node.value] : [];
    }),
  );
}

function leanRule(rule: Rule, names: Set<string>): Lean {
  const selectors = rule.selectors.map((text) => ({ text, needed: neededNames(text) }));
  for (const { needed } of selectors) for (const name of needed) names.add(name);
  const block = rule.toString().slice((rule.raws.selector?.raw ?? rule.selector).length);
  return (used) => {
    const kept = selectors.filter(({ needed }) => needed.every((name) => used.has(name)));
    return kept.length === 0 ? '' : kept.map(({ text }) => text).join(',') + block;
  };
}

function leanCondition(rule: AtRule, nodes: readonly ChildNode[], names: Set<string>): Lean {
  const lean = leanNodes(nodes, names);
  const head = `@${rule.name}${rule.raws.afterName ?? ' '}${rule.params}`;
  return (used) => {
    const kept = lean(used);
    return kept === '' ? '' : `${head}{${kept}}`;
  };
}

function leanNode(node: ChildNode, names: Set<string>): Lean {
  if (node.type === 'rule') return leanRule(node, names);
  if (node.type === 'atrule' && node.nodes && conditions.has(node.name)) {
    return leanCondition(node, node.nodes, names);
  }
  const text = node.toString();
  const whole = node.type === 'atrule' && !node.nodes ? `${text};` : text;
  return () => whole;
}

/** Adds the names that rules need. */
function leanNodes(nodes: readonly ChildNode[], names: Set<string>): Lean {
  const parts = nodes.map((node) => leanNode(node, names));
  return (used) => parts.map((lean) => lean(used)).join('');
}

/**
 * Reads CSS (Syntax, level 3) once, to give of it the rules that can match something in one page or another, in their
 * order: whatever else a rule asks for, it goes only where an element or class that it needs is not used. Throws for
 * what is no CSS.
 */
export function leanStyle(css: string): LeanStyle {
  const names = new Set<string>();
  return { lean: leanNodes(postcss.parse(css).nodes, names), names };
}
