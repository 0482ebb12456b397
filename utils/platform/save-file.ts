/** So long the browser may take until it has begun to read the file, in ms. */
const READ_BY = 60_000;

/**
 * Hands a file to the person, as the browser does with downloads: to the folder for them, or asking where.
 *
 * @param file.type its media type
 */
export function saveFile(file: {
  name: string;
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
}): void {
  const url = URL.createObjectURL(new Blob([file.content], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_BY);
}
