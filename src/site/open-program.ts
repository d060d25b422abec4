import type { RouteData, SSRManifest } from 'astro';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { type SitePolicy, sourceHash } from './page-policy.ts';
import { programParts } from './page-program.ts';
import { pathsBelow } from './paths-below.ts';
import { scriptNames } from './used-names.ts';

/** What Astro's program for a static site has, in the version that `package.json` names. */
interface Program {
  manifest: SSRManifest;
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/** A page to be rendered: its path below the site, without the base, and its template. */
export interface PageToRender {
  pathname: string;
  route: RouteData;
}

/** A program that renders pages. */
export interface PageProgram {
  /** Every page of the site, in the order of the routes. */
  list(): Promise<PageToRender[]>;
  /** The answer for a page, without a policy. Rejects with whatever its template throws. */
  render(page: PageToRender): Promise<Response>;
  /** The folder of the files that stand beside pages in the site. */
  files: string;
  /** What its pages may run; nothing where the project asks for no policy. */
  policy: SitePolicy | undefined;
}

/** Says what Astro's renderer warns of; what it calls an error is thrown as well. */
const destination = {
  write: ({ level, message }: { level: string; message: string }): void => {
    if (level === 'warn') process.stderr.write(`${message}\n`);
  },
};

/** Names that the scripts in a folder may give to elements. */
function namesBelow(folder: string): string[] {
  const scripts = pathsBelow(folder).filter((name) => name.endsWith('.js'));
  const names = scripts.flatMap((name) => [
    ...scriptNames(readFileSync(path.join(folder, name), 'utf8')),
  ]);
  return [...new Set(names)];
}

function policyOf(
  csp: NonNullable<SSRManifest['csp']>,
  routes: SSRManifest['routes'],
  files: string,
): SitePolicy {
  const { directives, scriptDirective, styleDirective } = csp;
  // Astro knows the hash of each style, while a page has several as one.
  const joined = routes.flatMap(({ styles }) =>
    styles.flatMap((sheet) => (sheet.type === 'inline' ? [sourceHash(sheet.content)] : [])),
  );
  // What is for elements or for attributes alone, of which this project has nothing, would be an object.
  const plain = (entries: readonly unknown[]): string[] =>
    entries.filter((entry) => typeof entry === 'string');
  const placesOf = ({ resources }: { resources: unknown[] }): string[] =>
    resources.length > 0 ? plain(resources) : ["'self'"];
  return {
    directives,
    scripts: { places: placesOf(scriptDirective), hashes: plain(scriptDirective.hashes) },
    styles: {
      places: placesOf(styleDirective),
      hashes: [...plain(styleDirective.hashes), ...joined],
    },
    names: namesBelow(files),
  };
}

/** Starts the program in a folder. */
export async function openPageProgram(folder: string): Promise<PageProgram> {
  const modules = path.join(folder, programParts.pages);
  const entry = readdirSync(modules).find((name) => name.startsWith('prerender-entry.')) ?? '';
  const [{ app }, { StaticPaths }] = await Promise.all([
    import(pathToFileURL(path.join(modules, entry)).href) as Promise<{ app: Program }>,
    import('astro/runtime/prerender/static-paths.js'),
  ]);
  const { manifest } = app;
  // Astro gives its program what it knows from bundling: of that, the program needs the styles of each template.
  const styles = manifest.routes.map(
    ({ routeData, styles }) =>
      [
        `${routeData.route}&${routeData.component}`,
        { styles: styles.map((sheet, order) => ({ sheet, depth: 0, order })) },
      ] as const,
  );
  app.setInternals({ pagesByKeys: new Map(styles), entrySpecifierToBundleMap: new Map() });
  // Each page gets its policy when it is done. Astro would hash the styles of each anew for one.
  manifest.shouldInjectCspMetaTags = false;
  // Of each template the module is asked for once, and not for each of its pages.
  for (const [component, load] of manifest.pageMap ?? []) {
    let module: ReturnType<typeof load> | undefined;
    manifest.pageMap?.set(component, () => (module ??= load()));
  }
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  const site = new URL(manifest.base, manifest.site);
  const files = path.join(folder, programParts.files);
  return {
    list: () => new StaticPaths(app).getAll(),
    render: ({ pathname, route }) => {
      const below = pathname.replace(/^\/|\/$/g, '');
      const url = new URL(below === '' ? '' : `${below}/`, site);
      return app.render(new Request(url), { routeData: route });
    },
    files,
    policy: manifest.csp && policyOf(manifest.csp, manifest.routes, files),
  };
}
