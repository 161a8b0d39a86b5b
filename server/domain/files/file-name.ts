const LONGEST = 120;
// Control characters and those that turn the direction of writing: "gpj.exe" must not read as "exe.jpg".
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** A file's name as it may be shown and saved: no path, nothing unseen, its ending kept when it is cut. */
export function fileName(given: string): string {
  const name = (given.split(/[/\\]/).pop() ?? '').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  if (name === '' || /^\.+$/.test(name)) return 'file';
  if (name.length <= LONGEST) return name;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return `${[...name].slice(0, LONGEST - ending.length - 1).join('')}…${ending}`;
}

/** True for a name that promises a picture: then the bytes must be one. */
export function promisesPicture(name: string): boolean {
  return /\.(jpe?g|png|gif|webp|avif|heic|heif|bmp|tiff?|ico)$/i.test(name);
}
