import { pageFile } from '../archive/paths.ts';
import type { SiteFolder } from './file-writer.ts';
import type { PageProgram, PageToRender } from './open-program.ts';
import { charset } from './page-policy.ts';
import { PlainError } from './plain-error.ts';
import { type FileToWrite, writeFiles } from './write-files.ts';

/** What is wrong with the answer of a page, or nothing. The pages `/404` and `/500` may say what they are. */
function findFault(response: Response, html: Buffer, route: string): string | undefined {
  const expected = Number(/^\/(404|500)\/?$/.exec(route)?.[1]);
  if (response.status >= 300 && response.status !== expected) {
    return `it answers with status ${response.status}`;
  }
  if (html.length === 0) return 'it is empty';
  const type = response.headers.get('content-type') ?? 'of no type';
  return type.startsWith('text/html') ? undefined : `it is no page, but ${type}`;
}

/** Throws where two templates make the same page. */
function refuseSamePage(pages: readonly PageToRender[]): void {
  const templates = new Map<string, string>();
  for (const { pathname, route } of pages) {
    const file = pageFile(pathname);
    const other = templates.get(file);
    if (other !== undefined) {
      throw new PlainError(`${file} is made by two templates: ${other} and ${route.component}`);
    }
    templates.set(file, route.component);
  }
}

/** Renders one page. A page that answers with an error, or with nothing at all, ends the build. */
async function renderPage(program: PageProgram, page: PageToRender): Promise<Buffer<ArrayBuffer>> {
  const { pathname, route } = page;
  const name = `/${pageFile(pathname).replace(/index\.html$/, '')}`;
  const from = `(from ${route.component})`;
  let response: Response;
  try {
    response = await program.render(page);
  } catch (error) {
    if (error instanceof Error && error.stack) {
      error.stack = `${name} could not be built ${from}: ${error.stack}`;
    }
    throw error;
  }
  const html = Buffer.from(await response.arrayBuffer());
  const lacksCharset = program.policy !== undefined && !html.includes(charset);
  const fault =
    findFault(response, html, route.route) ??
    (lacksCharset ? `it has no ${charset}, after which its policy stands` : undefined);
  if (fault) throw new PlainError(`${name} could not be built: ${fault} ${from}`);
  return html;
}

/** Renders all pages of a site; gives the paths of their files below its folder. */
export async function writePages(program: PageProgram, site: SiteFolder): Promise<Set<string>> {
  const pages = await program.list();
  refuseSamePage(pages);
  async function* files(): AsyncGenerator<FileToWrite> {
    for (const page of pages) {
      const rendered = await renderPage(program, page);
      yield { path: pageFile(page.pathname), content: () => rendered };
    }
  }
  return writeFiles({ ...site, policy: program.policy }, files());
}
