import type { Tx } from '#server/platform/database/client.ts';

/** Every field, retired ones too, in the company's order; nobody else changes any until the transaction is over. */
export async function lockFields(tx: Tx) {
  await tx.$executeRaw`LOCK TABLE company_field IN SHARE ROW EXCLUSIVE MODE`;
  return tx.companyField.findMany({ orderBy: [{ rank: 'asc' }, { slug: 'asc' }] });
}
