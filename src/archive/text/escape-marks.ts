/** A text in a line of Markdown, in which none of its marks means anything; references stay what they are. */
export const escapeMarks = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');
