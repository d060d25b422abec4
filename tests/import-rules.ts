import { posix } from 'node:path';
import ts from 'typescript';

/** One import as written: `erased` leaves no trace at run time, `inScript` stands in a `<script>` of a page. */
export interface Import {
  specifier: string;
  line: number;
  erased: boolean;
  inScript: boolean;
}

/** What the files of a folder may import; `folders` and `values` are paths below `src`. */
interface Rule {
  /** Folders of `src`, or single files of them. */
  folders: string[];
  /** Likewise, but for types alone: an import that is erased. */
  types?: string[];
  /** Likewise, but from a `<script>` alone. */
  scripts?: string[];
  /** npm packages; a star stands for any ending, and `node:*` and `astro:*` for their modules. */
  packages: string[];
}

const tree = ['unist', 'unist-util-*', 'mdast', 'mdast-util-*', 'hast', 'hast-util-*'];

// Who may import whom.
const rules: Record<string, Rule> = {
  archive: { folders: ['archive'], packages: ['zod', 'github-slugger', ...tree] },
  markdown: {
    folders: ['archive', 'markdown'],
    packages: [
      ...['unified', 'vfile', 'vfile-*', 'remark-*', 'rehype-*', 'micromark', 'micromark-*'],
      ...['github-slugger', 'yaml', 'zod', ...tree],
    ],
  },
  notes: {
    folders: ['archive', 'markdown', 'notes'],
    packages: ['node:*', 'yaml', 'zod', 'vfile'],
  },
  cli: {
    folders: ['archive', 'notes', 'cli', 'node-version.js', 'compile-cache.js'],
    packages: [
      ...['node:*', 'yaml', 'zod', 'unified', 'vfile', 'remark-*', 'rehype-*', ...tree],
      ...['diff', 'mammoth'],
    ],
  },
  site: {
    folders: ['archive', 'notes', 'site', 'node-version.js', 'compile-cache.js'],
    packages: [
      'node:*',
      'astro',
      'astro:*',
      'opentype.js',
      'pagefind',
      'postcss',
      'postcss-selector-parser',
      'zod',
    ],
  },
  components: {
    folders: [
      ...['components', 'layouts', 'styles'],
      ...[
        'dates/date',
        'outputs/citation',
        'outputs/quoted-markdown',
        'paths',
        'search/search-paths',
        'text/count',
        'text/direction',
        'text/language',
        'text/nearest',
        'text/percent-encoding',
        'text/printed',
      ].map((name) => `archive/${name}.ts`),
      ...['search-field', 'search-key'].map((name) => `search/${name}.ts`),
    ],
    types: ['archive', 'search'],
    scripts: ['search'],
    packages: ['astro', 'astro:*'],
  },
  pages: {
    folders: [
      ...['archive', 'markdown', 'notes', 'site', 'components', 'layouts', 'styles'],
      'search/search-field.ts',
    ],
    scripts: ['search'],
    packages: ['astro', 'astro:*', 'zod'],
  },
  search: {
    // The readers of what people type are pure functions of a string; the box must agree with the notes.
    folders: [
      'search',
      ...[
        ...['paths', 'dates/date', 'dates/date-in-text', 'dates/date-query', 'note/recording'],
        ...['references/known-repository', 'references/reference', 'references/reference-query'],
        ...['search/search-paths', 'search/search-postings', 'text/count', 'text/dotted-number'],
        ...['text/language', 'text/nearest', 'text/word-break'],
      ].map((name) => `archive/${name}.ts`),
    ],
    types: ['archive'],
    packages: [],
  },
};
rules['content.config.ts'] = rules.site!;
rules['compile-cache.js'] = { folders: [], packages: ['node:*'] };
rules.layouts = rules.components!;

// The core from the ground up: a file may import those of its own row and of the rows above it. Types may come from
// anywhere in it, as they leave no trace at run time.
const layers: readonly (readonly string[])[] = [
  ['text', 'once-for.ts'],
  ['dates'],
  ['references'],
  ['meeting.ts', 'settings.ts', 'paths.ts'],
  ['diagnostics'],
  ['note'],
  ['passages'],
  ['topics'],
  ['threads'],
  ['checks'],
  ['archive.ts', 'guess.ts', 'memory.ts'],
  ['discussions'],
  ['permalinks'],
  ['search'],
  ['outputs'],
];

/** The place among the layers of a file of the core; -1 where its folder has none. */
function layerOf(path: string): number {
  const name = path.split('/')[1] ?? '';
  return layers.findIndex((layer) => layer.includes(name));
}

// What a pure folder must not reach for even without an import: Node, the DOM, the environment, chance.
const pure = new Set(['archive', 'markdown']);
const worldly = new Set(
  'process Buffer window document navigator location localStorage fetch performance crypto globalThis'.split(
    ' ',
  ),
);

/**
 * Every breach of the rules in a set of files, as `path:line what is wrong`, sorted. `files` maps paths below
 * `src`, with forward slashes, to their text; an import of a file that is not among them is a breach too.
 */
export function checkImports(files: ReadonlyMap<string, string>): string[] {
  const findings: string[] = [];
  for (const [path, text] of files) {
    if (!/\.(ts|js|mjs|astro)$/.test(path)) continue;
    const say = (line: number, what: string) => findings.push(`${path}:${line} ${what}`);
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
    const rule = rules[folder];
    if (folder === 'archive' && layerOf(path) === -1) say(1, 'is in no layer of the core');
    for (const found of findImports(path, text)) {
      const fault = rule
        ? judge(found, path, rule, files)
        : `imports "${found.specifier}", but ${folder} may import nothing`;
      if (fault) say(found.line, fault);
    }
    for (const { source, line } of modulesOf(path, text)) {
      if (pure.has(folder)) {
        for (const [at, name] of findWorldly(source))
          say(line + at, `uses ${name}, in a pure folder`);
      }
      if (!path.startsWith('pages/') && isBarrel(path, source)) say(1, 'is a barrel file');
    }
  }
  return findings.sort();
}

function judge(
  { specifier, erased, inScript }: Import,
  path: string,
  rule: Rule,
  files: ReadonlyMap<string, string>,
): string | undefined {
  const fault = `imports "${specifier}"`;
  if (/^\.{1,2}\//.test(specifier)) {
    const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
    if (target.startsWith('../')) return `${fault}, which is outside src`;
    if (!/\.\w+$/.test(target)) return `${fault}, without the file's extension`;
    if (!files.has(target)) return `${fault}, and there is no such file`;
    const allowed = [
      ...rule.folders,
      ...(erased ? (rule.types ?? []) : []),
      ...(inScript ? (rule.scripts ?? []) : []),
    ];
    const within = allowed.some((place) => target === place || target.startsWith(`${place}/`));
    if (!within) return `${fault}, which it may not`;
    if (erased || !path.startsWith('archive/')) return undefined;
    return layerOf(target) > layerOf(path) ? `${fault}, which is built upon it` : undefined;
  }
  if (/^[./]/.test(specifier)) return `${fault}, which is no relative path`;
  const scoped = specifier.startsWith('@') ? 2 : 1;
  const name = specifier.split('/').slice(0, scoped).join('/');
  const within = rule.packages.some((allowed) =>
    allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed,
  );
  return within ? undefined : `${fault}, which it may not`;
}

/** Every import, export-from and `import()` of a literal, in modules, front matter, templates and scripts. */
export function findImports(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const { source, line, inScript } of modulesOf(path, text)) {
    const add = (node: ts.Node, specifier: ts.Node | undefined, erased: boolean) => {
      if (!specifier || !ts.isStringLiteralLike(specifier)) return;
      const at = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      found.push({ specifier: specifier.text, line: line + at, erased, inScript });
    };
    walk(source, (node) => {
      if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isErased(node));
      else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
        add(node, node.argument.literal, true);
      } else if (
        ts.isCallExpression(node) &&
        node.expression.kind === ts.SyntaxKind.ImportKeyword
      ) {
        add(node, node.arguments[0], false);
      } else if (ts.isCallExpression(node) && node.expression.getText(source) === 'require') {
        add(node, node.arguments[0], false);
      }
    });
  }
  if (path.endsWith('.astro')) {
    for (const match of text.matchAll(/<script\b[^>]*?\bsrc=["']([^"']+)["']/g)) {
      const line = countLines(text.slice(0, match.index));
      found.push({ specifier: match[1]!, line, erased: false, inScript: true });
    }
  }
  return found;
}

/** `import type` alone: what is left of `import { type A }` still loads the module. */
function isErased({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

interface Module {
  source: ts.SourceFile;
  /** Line of the file on which this piece begins, from 1. */
  line: number;
  inScript: boolean;
}

/** The pieces of a file that are code: all of it, or of an `.astro` file front matter, template and scripts. */
function modulesOf(path: string, text: string): Module[] {
  const parse = (code: string, offset: number, inScript: boolean, kind: ts.ScriptKind): Module => ({
    source: ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind),
    line: countLines(text.slice(0, offset)),
    inScript,
  });
  if (!path.endsWith('.astro')) {
    return [parse(text, 0, false, path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS)];
  }
  const modules: Module[] = [];
  const fence = /^\s*---\r?\n([\s\S]*?)\r?\n?---/.exec(text);
  const bodyStart = fence?.[0].length ?? 0;
  if (fence) {
    modules.push(parse(fence[1]!, fence[0].indexOf('---') + 4, false, ts.ScriptKind.TS));
  }
  const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
  const blank = (match: string) => match.replace(/[^\n]/g, ' ');
  for (const match of text.slice(bodyStart).matchAll(scripts)) {
    const isData = /\btype=["']application\//.test(match[1]!);
    const start = bodyStart + match.index + '<script>'.length + match[1]!.length;
    if (!isData) modules.push(parse(match[2]!, start, true, ts.ScriptKind.TS));
  }
  // The template is close enough to JSX for the parser to find the `import()` in its expressions.
  const template = text
    .slice(bodyStart)
    .replace(scripts, blank)
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, blank)
    .replace(/<!doctype[^>]*>/gi, blank);
  modules.push(parse(`<>${template}</>`, bodyStart, false, ts.ScriptKind.TSX));
  return modules;
}

function isBarrel(path: string, source: ts.SourceFile): boolean {
  if (/(^|\/)index\.(ts|js)$/.test(path)) return true;
  const reExports = source.statements.filter(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier,
  );
  if (reExports.some((statement) => ts.isExportDeclaration(statement) && !statement.exportClause)) {
    return true;
  }
  return reExports.length > 0 && reExports.length === source.statements.length;
}

/** Names of the outside world that a file uses, each with its line from 0. A property of that name is fine. */
function findWorldly(source: ts.SourceFile): [number, string][] {
  const found: [number, string][] = [];
  const add = (node: ts.Node, name: string) =>
    found.push([source.getLineAndCharacterOfPosition(node.getStart(source)).line, name]);
  const declared = new Set<string>();
  walk(source, (node) => {
    const named =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (named && node.name && ts.isIdentifier(node.name)) declared.add(node.name.text);
  });
  walk(source, (node) => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date') {
      if (!node.arguments?.length) add(node, 'new Date(), the clock');
    }
    if (ts.isPropertyAccessExpression(node)) {
      const text = node.getText(source);
      if (text === 'Date.now' || text === 'Math.random') add(node, text);
    }
    if (!ts.isIdentifier(node) || !worldly.has(node.text) || declared.has(node.text)) return;
    const { parent } = node;
    const isProperty =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isPropertyAssignment(parent) && parent.name === node) ||
      ts.isPropertySignature(parent) ||
      ts.isTypeReferenceNode(parent);
    if (!isProperty) add(node, node.text);
  });
  return found;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function countLines(text: string): number {
  return text.split('\n').length;
}
