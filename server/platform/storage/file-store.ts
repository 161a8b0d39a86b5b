/** Where uploaded bytes live: `DATA_DIR/files`, or any S3 store. Keys are opaque, never a person's file name. */
export type FileStore = {
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** Resolves to null where nothing is stored under the key. */
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
};
