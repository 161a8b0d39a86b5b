import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { GermanTone, Language, PersonKind } from '#server/platform/database/schema.ts';
import { fold } from '#server/platform/text/fold.ts';
import { freeHandles, handleFor } from './handle.ts';

export type NewPerson = {
  /** Given by the sample company and the tests; otherwise made here. */
  id?: string;
  givenName: string;
  familyName: string;
  /** When it is not "given family". */
  displayName?: string;
  handle?: string;
  kind?: PersonKind;
  /** The source withheld the name: shown as such, kept out of the directory. */
  nameWithheld?: boolean;
  personnelNumber?: string | null;
  externalSource?: string | null;
  externalId?: string | null;
  siteId?: string | null;
  language?: Language | null;
  tone?: GermanTone | null;
  timeZone?: string | null;
  /** Calendar days, as UTC midnights. */
  joinedOn?: Date | null;
  endsOn?: Date | null;
  createdAt?: Date;
};

const BATCH = 2_000;

type Options = {
  /** What the other rooms hear: `person.joined` tells the colleagues; null = nothing (large imports reindex once). */
  event?: 'person.joined' | 'person.changed' | null;
  /** Hears after each batch how many it held. */
  wrote?: (count: number) => Promise<void>;
};

/** Creates one person in the caller's transaction; see {@link createPersons}. */
export async function createPerson(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  person: NewPerson,
  options: Options = {},
): Promise<{ id: string; handle: string }> {
  const [created] = await createPersons(tx, parts, [person], options);
  if (!created) throw new Error('no person was created');
  return created;
}

/**
 * Creates persons in the caller's transaction, in batches, and returns their ids and handles in order. Publishes
 * `person.changed` for each unless told otherwise.
 */
export async function createPersons(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  people: NewPerson[],
  options: Options = {},
): Promise<{ id: string; handle: string }[]> {
  const now = parts.clock.now();
  const named = people.map((person) => ({ ...person, id: person.id ?? parts.ids.next() }));
  const handles = await freeHandles(
    tx,
    named.map((person) => person.handle ?? handleFor(person.nameWithheld ? '' : nameOf(person), person.id)),
  );
  const rows = named.map((person, index) => ({
    id: person.id,
    handle: handles[index] ?? person.id,
    kind: person.kind ?? 'employee',
    givenName: person.givenName,
    familyName: person.familyName,
    displayName: nameOf(person),
    sortName: sortNameOf(person),
    nameWithheld: person.nameWithheld ?? false,
    personnelNumber: person.personnelNumber ?? null,
    externalSource: person.externalSource ?? null,
    externalId: person.externalId ?? null,
    siteId: person.siteId ?? null,
    language: person.language ?? null,
    tone: person.tone ?? null,
    timeZone: person.timeZone ?? null,
    joinedOn: person.joinedOn ?? null,
    endsOn: person.endsOn ?? null,
    createdAt: person.createdAt ?? now,
    updatedAt: now,
  }));
  const { event = 'person.changed', wrote } = options;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await insertPersons(tx, batch);
    await wrote?.(batch.length);
  }
  if (event)
    await parts.events.publishAll(
      tx,
      rows.map(({ id }) => ({ type: event, personId: id })),
    );
  return rows.map(({ id, handle }) => ({ id, handle }));
}

/** One statement a batch: ten thousand rows by `createMany` cost more than all the rest of an import. */
async function insertPersons(tx: Tx, rows: readonly object[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO person (id, handle, kind, given_name, family_name, display_name, sort_name, name_withheld,
      personnel_number, external_source, external_id, site_id, language, tone, time_zone, joined_on, ends_on,
      created_at, updated_at)
    SELECT r.id, r.handle, r.kind, r."givenName", r."familyName", r."displayName", r."sortName", r."nameWithheld",
      r."personnelNumber", r."externalSource", r."externalId", r."siteId", r.language, r.tone, r."timeZone",
      r."joinedOn", r."endsOn", r."createdAt", r."updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, handle text, kind person_kind,
      "givenName" text, "familyName" text, "displayName" text, "sortName" text, "nameWithheld" boolean,
      "personnelNumber" text, "externalSource" text, "externalId" text, "siteId" uuid, language language,
      tone german_tone, "timeZone" text, "joinedOn" date, "endsOn" date,
      "createdAt" timestamptz, "updatedAt" timestamptz)`;
}

/** "Aylin Kaya": how the colleagues see the name. */
export function nameOf(person: Pick<NewPerson, 'givenName' | 'familyName' | 'displayName'>): string {
  return (person.displayName ?? `${person.givenName} ${person.familyName}`).trim();
}

/** "kaya aylin": the folded order of the directory. */
export function sortNameOf(person: Pick<NewPerson, 'givenName' | 'familyName' | 'displayName'>): string {
  const sorted = fold(`${person.familyName} ${person.givenName}`);
  return sorted === '' ? fold(nameOf(person)) : sorted;
}
