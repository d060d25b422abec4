import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element as the parser gives it: its name, attributes and what stands in it, in order. */
interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  htmlEntities: true,
});

type Node = Record<string, unknown>;

function elementOf(node: Node): Element {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const content = node[name] as Node[];
  return {
    name,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    children: content.filter((child) => !('#text' in child)).map(elementOf),
    text: content.map((child) => String(child['#text'] ?? '')).join(''),
  };
}

/** RFC 3339, as RFC 4287 section 3.3 narrows it: a capital T and Z. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** How often an element stands in another, by RFC 4287 sections 4.1.1 and 4.1.2; others may not stand there. */
const counts: Record<string, Record<string, [least: number, most: number]>> = {
  feed: {
    ...{ author: [1, Infinity], id: [1, 1], link: [1, Infinity], title: [1, 1], updated: [1, 1] },
    ...{ subtitle: [0, 1], rights: [0, 1], icon: [0, 1], logo: [0, 1], generator: [0, 1] },
    ...{ category: [0, Infinity], contributor: [0, Infinity], entry: [0, Infinity] },
  },
  entry: {
    ...{ id: [1, 1], title: [1, 1], updated: [1, 1], published: [0, 1], content: [0, 1] },
    ...{ link: [0, Infinity], author: [0, Infinity], category: [0, Infinity], summary: [0, 1] },
    ...{ rights: [0, 1], source: [0, 1], contributor: [0, Infinity] },
  },
};

function faultsOf(element: Element): string[] {
  const faults: string[] = [];
  const all = (name: string): Element[] => element.children.filter((child) => child.name === name);
  const allowed = counts[element.name] ?? {};
  for (const { name } of element.children) {
    if (!(name in allowed)) faults.push(`${element.name} holds an unknown ${name}`);
  }
  for (const [name, [least, most]] of Object.entries(allowed)) {
    const { length } = all(name);
    if (length < least || length > most) faults.push(`${element.name} has ${length} of ${name}`);
  }
  for (const { text } of all('id')) {
    if (!URL.canParse(text) || text !== new URL(text).href) faults.push(`"${text}" is no full IRI`);
  }
  for (const { name, text } of [...all('updated'), ...all('published')]) {
    if (!dateTime.test(text) || Number.isNaN(Date.parse(text))) faults.push(`${name} is "${text}"`);
  }
  for (const { name, text } of all('title')) {
    if (text.trim() === '') faults.push(`an empty ${name}`);
  }
  for (const { children } of all('author')) {
    const names = children.filter(({ name }) => name === 'name');
    if (names.length !== 1 || names[0]?.text.trim() === '') faults.push('an author without a name');
  }
  const links = all('link').map(({ attributes }) => attributes);
  for (const { href = '', rel = 'alternate' } of links) {
    if (!URL.canParse(href)) faults.push(`a link to "${href}"`);
    if (!/^(?:alternate|self|related|enclosure|via)$/.test(rel))
      faults.push(`a link that is "${rel}"`);
  }
  // Section 4.1.1 and 4.1.2: no two alternates of one type and language.
  const alternates = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const kinds = alternates.map(({ type, hreflang }) => `${type} ${hreflang}`);
  if (new Set(kinds).size < kinds.length) faults.push('two alternates of one kind');
  if (element.name === 'feed' && !links.some(({ rel }) => rel === 'self')) {
    faults.push('no link to itself');
  }
  const content = all('content');
  if (element.name === 'entry' && content.length === 0 && alternates.length === 0) {
    faults.push('an entry without content and without alternate');
  }
  for (const { attributes, children } of content) {
    if (!/^(?:text|html)$/.test(attributes['type'] ?? 'text'))
      faults.push('content of another type');
    if (children.length > 0) faults.push('content with elements of its own');
  }
  const entries = all('entry');
  const stamps = entries.map(({ children }) =>
    ['id', 'updated'].map((name) => children.find((child) => child.name === name)?.text).join(' '),
  );
  if (new Set(stamps).size < stamps.length) faults.push('two entries with one id and time');
  return [...faults, ...entries.flatMap(faultsOf)];
}

/**
 * What an Atom feed has against it by RFC 4287, as far as the W3C's feed validator calls it an error, and the
 * well-formedness of its XML.
 */
export function atomFaults(xml: string): string[] {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return [`line ${valid.err.line}: ${valid.err.msg}`];
  const root = (parser.parse(xml) as Node[]).map(elementOf).find(({ name }) => name !== '?xml');
  if (root?.name !== 'feed') return [`it is a ${root?.name}`];
  const { xmlns } = root.attributes;
  return xmlns === 'http://www.w3.org/2005/Atom' ? faultsOf(root) : [`its namespace is ${xmlns}`];
}
