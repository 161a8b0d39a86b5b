import type { FormDraft } from '#app/shell/form-draft.ts';

/**
 * The idempotency key of a post in just these words. Sent again by a nervous finger, or after a reload because no answer came, they
 * exist once; changed meanwhile they are another post, lest the change be taken for what got through.
 * @param round the key of the composer's page, which stays with a draft
 */
export function postKeyOf(round: string, fields: FormDraft): string {
  return `${round}-${fingerprint(JSON.stringify(Object.entries(fields).sort()))}`;
}

/** FNV-1a in 64 bits. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const sign of text) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(36);
}
