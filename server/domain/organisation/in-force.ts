import { Prisma } from '#server/platform/database/schema.ts';

/** SQL predicate: the half-open period of the row under `alias` holds on `day`. */
export function inForce(alias: string, day: Date): Prisma.Sql {
  const a = Prisma.raw(alias);
  const on = Prisma.sql`${day.toISOString().slice(0, 10)}::date`;
  return Prisma.sql`(${a}.valid_from <= ${on} AND (${a}.valid_to IS NULL OR ${a}.valid_to > ${on}))`;
}
