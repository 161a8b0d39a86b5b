import { data } from '@remix-run/node';
import type { Actor } from '#server/domain/identity/actor.ts';

/**
 * What a page or an address hands to a partner from outside, without the addresses of colleagues' photos: they do not open for
 * partners (docs/decisions/photos.md), and that there is a photo, and when it was changed, is nobody's outside either. For
 * everybody else the very same value.
 */
export async function withoutFaces<T>(value: T, actor: Pick<Actor, 'personId' | 'role'> | null): Promise<T> {
  if (actor?.role !== 'external') return value;
  const me = actor.personId;
  if (value instanceof Response) return (await blankBody(value, me)) as T;
  if (isWithInit(value)) return data(blank(value.data, me), value.init ?? {}) as T;
  return blank(value, me) as T;
}

type WithInit = { type: string; data: unknown; init: ResponseInit | null };

/** What Remix's `data()` makes: a value with a status. */
function isWithInit(value: unknown): value is WithInit {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'
  );
}

/** Photos stand where a person does: an object with `id` and `photo`. One's own stays. */
function blank(value: unknown, me: string): unknown {
  if (Array.isArray(value)) return value.map((one) => blank(one, me));
  if (value instanceof Promise) return value.then((one) => blank(one, me));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, blank(one, me)] as const);
  const blanked: Record<string, unknown> = Object.fromEntries(entries);
  if (typeof blanked.photo === 'string' && blanked.id !== me) blanked.photo = null;
  return blanked;
}

/** Dates and the like are handed on as they are. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

async function blankBody(answer: Response, me: string): Promise<Response> {
  if (!answer.headers.get('Content-Type')?.startsWith('application/json')) return answer;
  const { status, headers } = answer;
  return Response.json(blank(await answer.json(), me), { status, headers });
}
