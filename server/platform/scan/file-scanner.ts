/**
 * Looks through uploaded bytes before anything of them is kept. Resolves to the name of what it found, null for nothing;
 * rejects where it cannot say: then the file is not taken.
 */
export type FileScanner = (bytes: Uint8Array) => Promise<string | null>;
