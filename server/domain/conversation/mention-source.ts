import type { Database, Tx } from '#server/platform/database/client.ts';

const HANDLE = /(^|[\s([{"'„“»])@([a-z0-9]+(?:[._-][a-z0-9]+)*)/gi;
const MENTION = /@\[person:([0-9a-f-]{36})\]/g;

/** Turns the `@handle` that people type into the `@[person:UUID]` that is stored; unknown handles stay text. */
export async function handlesToIds(db: Database | Tx, text: string): Promise<string> {
  const handles = [...text.matchAll(HANDLE)].map((match) => (match[2] as string).toLowerCase());
  if (handles.length === 0) return text;
  const people = await db.person.findMany({
    where: { handle: { in: [...new Set(handles)] }, erasedAt: null },
    select: { id: true, handle: true },
  });
  const ids = new Map(people.map((person) => [person.handle, person.id]));
  return text.replace(HANDLE, (all, before: string, handle: string) => {
    const id = ids.get(handle.toLowerCase());
    return id ? `${before}@[person:${id}]` : all;
  });
}

/** The way back, for editing. */
export async function idsToHandles(db: Database | Tx, source: string): Promise<string> {
  const ids = [...source.matchAll(MENTION)].map((match) => match[1] as string);
  if (ids.length === 0) return source;
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, handle: true } });
  const handles = new Map(people.map((person) => [person.id, person.handle]));
  return source.replace(MENTION, (all, id: string) => (handles.has(id) ? `@${handles.get(id)}` : all));
}
