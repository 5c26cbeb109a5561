const units = ['bytes', 'KB', 'MB', 'GB'];

/** As Discord writes it: `312 bytes`, `4.07 KB`. */
export function fileSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : Number(size.toFixed(2))} ${units[unit]}`;
}

const textNames = /\.(?:txt|log|md|json|ya?ml|tf|hcl|csv|diff|patch)$/i;

/** Whether Discord shows the file's contents below the message. */
export function isText({ filename, content_type: type }: { filename: string; content_type?: string | undefined }): boolean {
  return textNames.test(filename) || /^text\/|^application\/json/.test(type ?? '');
}
