/** The kinds of picture that a page may show, as the endings of their files. SVG is not among them: it can hold scripts. */
export const imageTypes = ['png', 'jpg', 'gif', 'webp', 'avif'] as const;
export type ImageType = (typeof imageTypes)[number];

const pictureEnding = new RegExp(String.raw`\.(?:${imageTypes.join('|')}|jpeg)$`, 'i');

/** Whether a file is named like a picture that pages show. */
export const isPictureFile = (file: string): boolean => pictureEnding.test(file);
