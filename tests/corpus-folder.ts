import path from 'node:path';

/** Notes of communities, beside the project where somebody keeps them: what reads them is left out where they are not. */
export const corpus = path.join(import.meta.dirname, '../../shared/corpus');
