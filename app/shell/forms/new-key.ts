/**
 * A key that nobody else makes: what is sent twice under it exists once (conversation/write-once.ts). Not randomUUID(): a
 * browser has that only behind TLS.
 */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}
