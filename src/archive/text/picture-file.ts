/** Whether a file is named like a picture that pages show. */
export const isPictureFile = (file: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|avif)$/i.test(file);
