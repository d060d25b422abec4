import type { TestProject } from 'vitest/node';
import { serve } from '../../src/site/serve.ts';
import type { Sites } from '../site/setup.ts';
import { launchChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
    addresses: Sites;
  }
}

/**
 * One browser and one server a site for all browser tests. Tests get the browser's endpoint and the address
 * of each home page. Comes after `tests/site/setup.ts`, which builds the sites.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The same for everybody, and one without windows, which take longer to open than our pages.
  const browser = await launchChromium((line) => process.stdout.write(`${line}\n`), 'packaged');
  const closing = [browser.close];
  const addresses: Partial<Sites> = {};
  for (const [name, root] of Object.entries(project.getProvidedContext().sites)) {
    const server = await serve({ root, port: 0 });
    closing.push(server.close);
    addresses[name as keyof Sites] = server.url;
  }
  project.provide('browser', browser.endpoint);
  project.provide('addresses', addresses as Sites);
  return async () => {
    for (const close of closing) await close();
  };
}
