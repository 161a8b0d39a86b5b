import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';

/**
 * Adds an office that can speak ("Management Board", "Works Council"), in the caller's transaction, who has
 * authorised it. What an independent office says, administrators can neither edit nor hide.
 */
export async function createOffice(
  tx: Tx,
  parts: Pick<Parts, 'ids'>,
  office: { slug: string; nameEn: string; nameDe: string; independent: boolean },
): Promise<{ id: string }> {
  const id = parts.ids.next();
  await tx.office.create({ data: { id, ...office } });
  return { id };
}
