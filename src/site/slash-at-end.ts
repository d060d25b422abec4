import type { AstroIntegration } from 'astro';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { locationOf } from './location.ts';
import type { VitePlugin } from './vite-plugin.ts';

/**
 * The address with a slash at the end of its path, where one below the base of the site lacks it as no page does;
 * nothing for that of a file, whose name has a dot. Both are paths on the host, with the query.
 */
export function withSlash(address: string, base: string): string | undefined {
  const [path = '', query] = address.split(/\?(.*)/s);
  const location = locationOf(`${path}/`, query);
  return location.startsWith(base) && /\/[^/.]+$/.test(path) ? location : undefined;
}

/**
 * Leads on, while developing, from the addresses of pages without the slash at their end, which are those of GitHub, as
 * hosts do.
 */
export function slashAtEnd(base: string): AstroIntegration {
  const plugin: VitePlugin = {
    name: 'slash-at-end',
    // Before all others, once Astro has put its own in front, which refuses such addresses.
    configureServer:
      ({ middlewares }) =>
      () => {
        middlewares.stack.unshift({
          route: '',
          handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => {
            const isPage = request.headers.accept?.includes('text/html') === true;
            const location = isPage ? withSlash(request.url ?? '', base) : undefined;
            if (location === undefined) return next();
            response.writeHead(301, { location, 'cache-control': 'no-store' }).end();
          },
        });
      },
  };
  return {
    name: 'slash-at-end',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
