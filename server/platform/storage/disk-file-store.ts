import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 } from 'uuid';
import type { FileStore } from './file-store.ts';

const KEY = /^[a-z0-9][a-z0-9-]{2,99}(?:\.[a-z0-9]{1,8})?$/;

/** Files in a folder, two levels deep. A file appears whole or not at all: it is written beside and renamed. */
export function createDiskFileStore(folder: string): FileStore {
  const place = (key: string) => {
    if (!KEY.test(key)) throw new Error('not a file key');
    return path.join(folder, key.slice(-2), key);
  };
  return {
    async put(key, bytes) {
      const file = place(key);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const beside = `${file}.${v7()}.part`;
      try {
        await writeFile(beside, bytes, { mode: 0o600, flush: true });
        await rename(beside, file);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    async get(key) {
      return readFile(place(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
    async remove(key) {
      await rm(place(key), { force: true });
    },
  };
}
