import type { AstroIntegration } from 'astro';

import { exactPolicy } from './exact-policy.ts';
import { PlainError } from './plain-error.ts';

/** What is wrong with the answer of a page, or nothing. The pages `/404` and `/500` may say what they are. */
function findFault(response: Response, route: string): string | undefined {
  const expected = Number(/^\/(404|500)\/?$/.exec(route)?.[1]);
  if (response.status >= 400 && response.status !== expected) {
    return `could not be built: it answers with status ${response.status}`;
  }
  const redirects = response.status >= 300 && response.status < 400;
  if (!redirects && !response.body) return 'could not be built: it is empty';
  return undefined;
}

/**
 * Gives every page of the build its own policy. A page that answers with an error, or with nothing at all, ends
 * the build: Astro would leave it out and still exit with 0 (withastro/astro#18054 is of that kind).
 */
export function wholePages(): AstroIntegration {
  return {
    name: 'whole-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          name: 'whole-pages',
          render: async (request, options) => {
            const rendered = await astro.render(request, options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            const fault = findFault(response, options.routeData.route);
            if (fault) {
              const { pathname } = new URL(request.url);
              throw new PlainError(`${pathname} ${fault} (from ${options.routeData.component})`);
            }
            if (!response.headers.get('content-type')?.startsWith('text/html')) return rendered;
            const page = exactPolicy(Buffer.from(await response.arrayBuffer()));
            return new Response(page, response);
          },
        }));
      },
    },
  };
}
