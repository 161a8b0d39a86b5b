import { Prisma } from '#server/platform/database/schema.ts';
import { inForce } from './in-force.ts';

/** What stands on a seat, as SQL expressions over the joins beside it. */
export type Written = {
  /** Follow `position` under the alias in a FROM. */
  joins: Prisma.Sql;
  title: Prisma.Sql;
  searchTitle: Prisma.Sql;
  unitId: Prisma.Sql;
  siteId: Prisma.Sql;
};

/**
 * What was, is or will be written on the seat under `alias` on a day: the latest plan that has taken effect by then, else what is kept of the
 * past, else what stands there now. The past is kept from the first change on; plans become what stands there in their night.
 */
export function written(alias: string, day: Date): Written {
  const on = Prisma.sql`${day.toISOString().slice(0, 10)}::date`;
  const [seat, past, plan] = [alias, `${alias}_past`, `${alias}_plan`].map((name) => Prisma.raw(name));
  const of = (field: string, column: string) =>
    Prisma.sql`CASE WHEN ${plan}.position_id IS NOT NULL THEN (${plan}.pending->>${field})::uuid
      WHEN ${past}.position_id IS NOT NULL THEN ${past}.${Prisma.raw(column)} ELSE ${seat}.${Prisma.raw(column)} END`;
  const other = Prisma.sql`COALESCE(${plan}.pending->>'title', ${past}.title)`;
  return {
    joins: Prisma.sql`
      LEFT JOIN position_past ${past} ON ${past}.position_id = ${seat}.id AND ${inForce(`${alias}_past`, day)}
      LEFT JOIN (SELECT DISTINCT ON (e.position_id) e.position_id, e.pending FROM chart_edit e
        WHERE e.pending IS NOT NULL AND e.undone_at IS NULL AND e.takes_effect_on <= ${on}
        ORDER BY e.position_id, e.takes_effect_on DESC, e.at DESC, e.id DESC) ${plan} ON ${plan}.position_id = ${seat}.id`,
    title: Prisma.sql`COALESCE(${other}, ${seat}.title)`,
    searchTitle: Prisma.sql`COALESCE(${folded(other)}, ${seat}.search_title)`,
    unitId: of('unitId', 'unit_id'),
    siteId: of('siteId', 'site_id'),
  };
}

/** The same for seat `p` as the inside of a LATERAL: `title`, `unit_id`, `site_id`. */
export function writtenOn(day: Date): Prisma.Sql {
  const { joins, title, unitId, siteId } = written('p', day);
  return Prisma.sql`SELECT ${title} AS title, ${unitId} AS unit_id, ${siteId} AS site_id FROM (SELECT 1) one ${joins}`;
}

/** `fold` (platform/text) in SQL, for the few titles that are not stored folded; for all scripts that we write names in. */
export function folded(text: Prisma.Sql): Prisma.Sql {
  const german = [
    ['ä', 'ae'],
    ['ö', 'oe'],
    ['ü', 'ue'],
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['ø', 'o'],
    ['đ', 'd'],
    ['ł', 'l'],
    ['ı', 'i'],
  ].reduce(
    (sql, [letter, letters]) => Prisma.sql`replace(${sql}, ${letter}, ${letters})`,
    Prisma.sql`lower(normalize(${text}, NFC))`,
  );
  const plain = Prisma.sql`regexp_replace(normalize(${german}, NFD), '[\u0300-\u036f]', '', 'g')`;
  return Prisma.sql`trim(regexp_replace(${plain}, '[[:space:]]+', ' ', 'g'))`;
}
