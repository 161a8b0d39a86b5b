import type { Parts } from '#server/domain/parts.ts';
import { type AccountState, Prisma, type Role } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { fold } from '#server/platform/text/fold.ts';
import { mayGiveRole, mayListAccounts, mayManageAccount, mayResetAccount } from './account.policy.ts';
import { type Actor, isPeopleOperations } from './actor.ts';
import { type PersonRef, personRefJson, photoAddress } from './person-ref.ts';

export const ACCOUNT_FILTERS = ['all', 'none', 'invited', 'active', 'suspended', 'ended', 'staff'] as const;
export type AccountFilter = (typeof ACCOUNT_FILTERS)[number];

export type AccountRow = {
  person: PersonRef;
  personnelNumber: string | null;
  siteName: string | null;
  email: string | null;
  role: Role | null;
  /** `none`: a person without an account. */
  state: AccountState | 'none';
  endsOn: string | null;
};

export type AccountPage = { rows: AccountRow[]; next: string | null };
type Listing = { search: string; filter: AccountFilter; after: string | null };

const PAGE = 50;

/**
 * People with or without an account, in directory order, 50 a page by keyset. Site staff sees the own site only.
 * `forbidden` for everybody else.
 */
export async function listAccounts(
  { db }: Pick<Parts, 'db'>,
  actor: Actor,
  { search, filter, after }: Listing,
): Promise<AccountPage> {
  if (!mayListAccounts(actor)) throw new AppError('forbidden');
  const conditions = [Prisma.sql`p.erased_at IS NULL`];
  if (!isPeopleOperations(actor)) conditions.push(inStaffedSites(actor));
  for (const word of fold(search).split(' ').filter(Boolean).slice(0, 5)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      Prisma.sql`(p.sort_name LIKE ${pattern} OR lower(p.personnel_number) LIKE ${pattern} OR a.email LIKE ${pattern})`,
    );
  }
  if (filter === 'none') conditions.push(Prisma.sql`a.id IS NULL`);
  else if (filter === 'staff') conditions.push(Prisma.sql`a.role IN ('administrator', 'people_operations')`);
  else if (filter !== 'all') conditions.push(Prisma.sql`a.state::text = ${filter}`);
  const cursor = readCursor(after);
  if (cursor) conditions.push(Prisma.sql`(p.sort_name, p.id) > (${cursor.name}, ${cursor.id}::uuid)`);
  const rows = await db.$queryRaw<(AccountRow & { sortName: string })[]>`
    SELECT ${personRefJson('p')} AS person, p.personnel_number AS "personnelNumber", s.name AS "siteName",
      a.email, a.role::text AS role, coalesce(a.state::text, 'none') AS state, p.ends_on::text AS "endsOn",
      p.sort_name AS "sortName"
    FROM person p LEFT JOIN account a ON a.person_id = p.id LEFT JOIN site s ON s.id = p.site_id
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY p.sort_name, p.id LIMIT ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ sortName: _, ...row }) => row),
    next: rows.length > PAGE && last ? `${last.person.id}:${last.sortName}` : null,
  };
}

export type GrantRow = {
  id: string;
  kind: string;
  scope: string;
  /** The name of what it is limited to; null for the whole company. */
  scopeName: string | null;
  until: string | null;
  /** Held through the seat on the chart, not in person. */
  byPosition: string | null;
};

/** One person's account, as the administration shows it, with what the asker may do. */
export async function accountDetail(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  handle: string,
) {
  if (!mayListAccounts(actor)) throw new AppError('forbidden');
  const person = await db.person.findUnique({
    where: { handle, erasedAt: null },
    include: { accountAsPerson: true, site: { select: { name: true } } },
  });
  const siteIds = staffedSites(actor);
  const inReach =
    person && (isPeopleOperations(actor) || siteIds === null || siteIds.includes(person.siteId ?? ''));
  if (!person || !inReach) throw new AppError('not_found');
  const account = person.accountAsPerson;
  const role = account?.role ?? (person.kind === 'external' ? ('external' as const) : ('employee' as const));
  const external = person.kind === 'external';
  const subject = { personId: person.id, siteId: person.siteId, role, external };
  const manage = mayManageAccount(actor, subject);
  return {
    personId: person.id,
    handle: person.handle,
    name: person.nameWithheld ? '' : person.displayName,
    photo: person.photoFileId && !person.nameWithheld ? photoAddress(person.photoFileId) : null,
    kind: person.kind,
    personnelNumber: person.personnelNumber,
    siteName: person.site?.name ?? null,
    endsOn: person.endsOn?.toISOString().slice(0, 10) ?? null,
    email: account?.email ?? null,
    role,
    state: account?.state ?? ('none' as const),
    since: account?.createdAt.toISOString() ?? null,
    grants: manage ? await grantsOf(db, person.id, clock.now()) : [],
    abilities: {
      manage,
      reset: mayResetAccount(actor, subject) && account?.state === 'active',
      end: manage && person.id !== actor.personId,
      roles: (['administrator', 'people_operations', 'employee', 'reader', 'external'] as const).filter(
        (wanted) => wanted === role || mayGiveRole(actor, subject, wanted),
      ),
    },
  };
}

async function grantsOf(db: Parts['db'], personId: string, now: Date): Promise<GrantRow[]> {
  return db.$queryRaw<GrantRow[]>`
    SELECT g.id::text, g.kind::text AS kind, g.scope::text AS scope, g.valid_to::date::text AS until,
      coalesce(si.name, u.name, pr.name, c.name, o.name_en, fp.display_name) AS "scopeName", po.title AS "byPosition"
    FROM "grant" g
    LEFT JOIN site si ON g.scope = 'site' AND si.id = g.scope_id
    LEFT JOIN org_unit u ON g.scope = 'unit' AND u.id = g.scope_id
    LEFT JOIN project pr ON g.scope = 'project' AND pr.id = g.scope_id
    LEFT JOIN chart c ON g.scope = 'chart' AND c.id = g.scope_id
    LEFT JOIN office o ON g.scope = 'office' AND o.id = g.scope_id
    LEFT JOIN person fp ON g.scope = 'person' AND fp.id = g.scope_id
    LEFT JOIN position po ON po.id = g.position_id
    WHERE (g.person_id = ${personId}::uuid OR g.position_id IN (
        SELECT x.position_id FROM assignment x WHERE x.person_id = ${personId}::uuid
          AND x.valid_from <= ${now}::date AND (x.valid_to IS NULL OR x.valid_to > ${now}::date)))
      AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})
    ORDER BY g.kind, g.valid_from`;
}

/** Null: staff of the whole company. */
function staffedSites(actor: Actor): string[] | null {
  const staffed = actor.grants.filter((grant) => grant.kind === 'site_staff');
  if (staffed.some((grant) => grant.scope === 'company')) return null;
  return staffed.flatMap((grant) => (grant.scope === 'site' && grant.scopeId ? [grant.scopeId] : []));
}

function inStaffedSites(actor: Actor): Prisma.Sql {
  const sites = staffedSites(actor);
  return sites === null ? Prisma.sql`true` : Prisma.sql`p.site_id = ANY(${sites}::uuid[])`;
}

function readCursor(after: string | null): { id: string; name: string } | null {
  const match = /^([0-9a-f-]{36}):(.*)$/.exec(after ?? '');
  return match ? { id: match[1] ?? '', name: match[2] ?? '' } : null;
}
