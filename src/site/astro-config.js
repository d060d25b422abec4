// astro.config.ts for builds. Astro has Node read a configuration in JavaScript, and starts Vite for one in
// TypeScript, which then transforms every module of ours that it imports; Node reads them as they are.
const { default: config } = await import(new URL('../../astro.config.ts', import.meta.url).href);
export default config;
