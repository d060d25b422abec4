import { join } from 'node:path';

/**
 * The five notes of the osquery office hours with their topics and settings, as tests know them: what `content/`
 * held once. Notes are added there, and other communities put theirs in its place; this stays.
 */
export const officeHours = join(import.meta.dirname, 'fixtures/office-hours');
