import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** A person as every view shows them: enough for a name, a face and a link to the profile. */
export type PersonRef = {
  id: string;
  handle: string;
  /** Empty when the source withheld the name or the person was erased; the page says so in the reader's words. */
  name: string;
  /** Address of the photo, square, in a width by `?w=`; null for none. Externals get initials: it does not open for them. */
  photo: string | null;
  /** Absent today. */
  away?: true;
  /** Works for a partner; labelled wherever the name stands. */
  external?: true;
};

type Row = {
  id: string;
  handle: string;
  name: string;
  photo_file_id: string | null;
  away: boolean;
  external: boolean;
};

/**
 * The persons behind `ids`, in one query, however many. Unknown ids are missing from the map.
 * @param today the calendar day for "away", as the UTC midnight that `dayIn` gives.
 */
export async function personRefs(
  db: Database | Tx,
  ids: Iterable<string>,
  today: Date,
): Promise<Map<string, PersonRef>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const day = today.toISOString().slice(0, 10);
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT p.id::text, p.handle, p.photo_file_id::text, p.kind = 'external' AS external,
      CASE WHEN p.name_withheld OR p.erased_at IS NOT NULL THEN '' ELSE p.display_name END AS name,
      EXISTS (SELECT 1 FROM absence a
              WHERE a.person_id = p.id AND a."from" <= ${day}::date AND a.until > ${day}::date) AS away
    FROM person p WHERE p.id = ANY(${wanted}::uuid[])`);
  return new Map(rows.map((row) => [row.id, toPersonRef(row)]));
}

function toPersonRef(row: Row): PersonRef {
  const ref: PersonRef = {
    id: row.id,
    handle: row.handle,
    name: row.name,
    photo: row.photo_file_id && row.name ? photoAddress(row.photo_file_id) : null,
  };
  if (row.away) ref.away = true;
  if (row.external) ref.external = true;
  return ref;
}

/** Where a stored photo is read. */
export function photoAddress(fileId: string): string {
  return `/files/${fileId}`;
}

/** SQL: a json object of a {@link PersonRef}, from a row of `person` under the given alias. */
export function personRefJson(alias: string): Prisma.Sql {
  const p = Prisma.raw(alias);
  return Prisma.sql`json_build_object('id', ${p}.id, 'handle', ${p}.handle,
    'name', CASE WHEN ${p}.name_withheld OR ${p}.erased_at IS NOT NULL THEN '' ELSE ${p}.display_name END,
    'photo', CASE WHEN NOT ${p}.name_withheld AND ${p}.erased_at IS NULL THEN '/files/' || ${p}.photo_file_id END)`;
}
