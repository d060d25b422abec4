import type { ViteUserConfig } from 'astro';

/** A plugin of the Vite that Astro brings, which has no name among the packages of this project. */
export type VitePlugin = Extract<
  NonNullable<NonNullable<ViteUserConfig['plugins']>[number]>,
  { name: string }
>;
