// What Astro is told by a build. Astro has Node read a configuration in JavaScript, and starts Vite for one in
// TypeScript, which then transforms every module of ours that it imports; Node reads them as they are.
const { buildConfig } = await import(new URL('../../astro.build.ts', import.meta.url).href);
export default buildConfig;
