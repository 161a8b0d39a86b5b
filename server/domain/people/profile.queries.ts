import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { type AbsenceView, comingAbsences } from './absence.queries.ts';
import { type Anniversary, anniversaryOf } from './anniversaries/anniversaries.queries.ts';
import { toDay } from './day.ts';
import { visibilitiesFor } from './field-visibility.ts';
import { companyFields } from './fields/company-fields.queries.ts';
import { knownTo, mayEditProfile, mayRemovePhoto, maySetAbsence } from './people.policy.ts';
import { maySeePresence } from './presence.policy.ts';
import { type ProfileFieldView, visibleFields } from './profile-fields.ts';
import { relationTo } from './relation.queries.ts';
import { managerAbove, type SeatView, seatsOf } from './seat.queries.ts';

/** Everything a profile shows, and nothing that this reader may not see. */
export type ProfileView = {
  person: PersonRef;
  /** How one speaks of them: "Where Mara sits". Empty where the name is withheld. */
  shortName: string;
  /** Left the company: no contact, no absence, the board can only be read. */
  former: boolean;
  withheld: boolean;
  seats: SeatView[];
  site: { id: string; name: string } | null;
  timeZone: string;
  /** Of their own, for those who may see them. */
  hours: { workdays: number[]; startMinute: number; endMinute: number } | null;
  absence: AbsenceView | null;
  manager: { person: PersonRef; title: string } | null;
  joinedOn: string | null;
  /** Of this week, where they agreed that it is shown. */
  anniversary: Anniversary | null;
  fields: ProfileFieldView[];
  isMe: boolean;
  /** Whether this reader may be told that they are online. */
  showsPresence: boolean;
  abilities: { edit: boolean; setAbsence: boolean; removePhoto: boolean };
};

type PersonRow = {
  id: string;
  given_name: string;
  display_name: string;
  name_withheld: boolean;
  ends_on: Date | null;
  erased: boolean;
  joined_on: Date | null;
  site_id: string | null;
  site_name: string | null;
  time_zone: string | null;
  has_photo: boolean;
};

/**
 * The profile behind a handle, for one reader: each field is checked against how the reader stands to the person.
 * @throws AppError not_found where there is nobody, or nobody this reader may know of; gone after erasure.
 */
export async function readProfile(
  db: Database,
  actor: Actor,
  handle: string,
  now: Date,
): Promise<ProfileView> {
  const today = dayIn(actor.timeZone, now);
  const row = await findPerson(db, actor, handle, toDay(today));
  if (row.erased) throw new AppError('gone', { message: 'people.erased' });
  const former = row.ends_on !== null && row.ends_on <= today;
  const [refs, seats, relation, company, [absence], present] = await Promise.all([
    personRefs(db, [row.id], today),
    seatsOf(db, [row.id], today),
    relationTo(db, actor, row.id, today),
    companyFields(db),
    comingAbsences(db, row.id, today, 1),
    maySeePresence(db, actor, row.id),
  ]);
  const self = relation === 'self';
  const fields = former
    ? []
    : await visibleFields(db, row.id, visibilitiesFor(relation), { company, language: actor.language, self });
  const hours = former
    ? null
    : await db.workingHours.findFirst({
        where: { personId: row.id, visibility: { in: [...visibilitiesFor(relation)] } },
        select: { workdays: true, startMinute: true, endMinute: true },
      });
  const main = seats.get(row.id)?.[0];
  const manager = main && !former ? await managerAbove(db, main.positionId, row.id, today) : null;
  const known = await knownAmong(
    db,
    actor,
    [manager?.person.id, absence?.deputy?.id].flatMap((id) => id ?? []),
    toDay(today),
  );
  const joinedOn = row.joined_on && isInsider(actor) ? toDay(row.joined_on) : null;
  const setAbsence = !former && maySetAbsence(actor, row.id);
  return {
    person: refs.get(row.id) as PersonRef,
    shortName: row.name_withheld ? '' : row.given_name || row.display_name,
    former,
    withheld: row.name_withheld,
    seats: former ? [] : (seats.get(row.id) ?? []),
    site: row.site_id ? { id: row.site_id, name: row.site_name ?? '' } : null,
    timeZone: row.time_zone ?? actor.timeZone,
    hours,
    // What is planned concerns only those who plan it.
    absence:
      absence && !former && (absence.from <= toDay(today) || setAbsence)
        ? { ...absence, deputy: absence.deputy && known.has(absence.deputy.id) ? absence.deputy : null }
        : null,
    manager: manager && known.has(manager.person.id) ? manager : null,
    joinedOn,
    anniversary: joinedOn && !former ? await anniversaryOf(db, row.id, joinedOn, today) : null,
    fields,
    isMe: self,
    showsPresence: present && !former,
    abilities: {
      edit: !former && mayEditProfile(actor, row.id),
      setAbsence,
      removePhoto: row.has_photo && mayRemovePhoto(actor, row.id),
    },
  };
}

/** Of these persons, those the actor may know of: a profile names others as well. */
async function knownAmong(db: Database, actor: Actor, ids: string[], today: string): Promise<Set<string>> {
  if (isInsider(actor) || ids.length === 0) return new Set(ids);
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT p.id::text FROM person p WHERE p.id = ANY(${ids}::uuid[]) AND ${knownTo(actor, Prisma.sql`p.id`, today)}`);
  return new Set(rows.map((row) => row.id));
}

/** The person behind a handle. @throws AppError not_found */
export async function findPerson(
  db: Database,
  actor: Actor,
  handle: string,
  today: string,
): Promise<PersonRow> {
  const rows = await db.$queryRaw<PersonRow[]>(Prisma.sql`
    SELECT p.id::text, p.given_name, p.display_name, p.name_withheld, p.ends_on, p.joined_on,
      p.erased_at IS NOT NULL AS erased, s.id::text AS site_id, s.name AS site_name,
      COALESCE(p.time_zone, s.time_zone) AS time_zone, p.photo_file_id IS NOT NULL AS has_photo
    FROM person p LEFT JOIN site s ON s.id = p.site_id
    WHERE p.handle = ${handle.toLowerCase()} AND ${knownTo(actor, Prisma.sql`p.id`, today)}`);
  const row = rows[0];
  if (!row) throw new AppError('not_found');
  return row;
}
