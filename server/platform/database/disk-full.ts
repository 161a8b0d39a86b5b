/** What the person who started Flurfunk can do where the disk has no room left. */
export function diskFull(folder: string): Error {
  return new Error(
    `The disk that holds ${folder} is full. Make room there, or choose a DATA_DIR on another disk, and start again.`,
  );
}
