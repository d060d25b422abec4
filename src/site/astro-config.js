// astro.config.ts as Node reads it, see astro.js.
const { default: config } = await import(new URL('../../astro.config.ts', import.meta.url).href);
export default config;
