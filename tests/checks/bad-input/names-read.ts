import { vi } from 'vitest';
import type { z } from 'zod';

// Which fields a form has is not written down anywhere here: it is heard from the action itself, which asks for them.

type Shaped = { _zod?: { def: Definition } };
type Definition = {
  type: string;
  shape?: Record<string, unknown>;
  options?: Shaped[];
  in?: Shaped;
  out?: Shaped;
  innerType?: Shaped;
};

/** The names of the fields that a schema reads, through all that is wrapped around its object. */
export function namesIn(schema: unknown): string[] {
  const def = (schema as Shaped | undefined)?._zod?.def;
  if (!def) return [];
  if (def.shape) return Object.keys(def.shape);
  const inner = [...(def.options ?? []), def.in, def.out, def.innerType];
  return [...new Set(inner.flatMap(namesIn))];
}

/** `own`: what an action fills in itself, whatever was sent. */
export type Heard = { names: Set<string>; own: Set<string>; schemas: Set<z.ZodType> };
let heard: Heard | null = null;

/** Notes down what a piece of work asks forms for. One at a time. */
export async function listen(work: () => Promise<unknown>): Promise<Heard> {
  const notes: Heard = { names: new Set(), own: new Set(), schemas: new Set() };
  const spies = (['get', 'getAll', 'has'] as const).map((ask) => {
    const original = FormData.prototype[ask] as (name: string) => never;
    return vi.spyOn(FormData.prototype, ask).mockImplementation(function (this: FormData, name: string) {
      notes.names.add(name);
      return original.call(this, name);
    } as never);
  });
  const set = FormData.prototype.set as (name: string, value: unknown) => void;
  const filling = vi.spyOn(FormData.prototype, 'set').mockImplementation(function (
    this: FormData,
    name: string,
    value: unknown,
  ) {
    notes.own.add(name);
    set.call(this, name, value);
  } as never);
  heard = notes;
  try {
    await work();
  } finally {
    heard = null;
    for (const spy of [...spies, filling]) spy.mockRestore();
  }
  return notes;
}

/** A schema is about to read a form, or what a form was made into. */
export function noteSchema(schema: z.ZodType): void {
  if (!heard) return;
  heard.schemas.add(schema);
  for (const name of namesIn(schema)) heard.names.add(name);
}

/** Texts of a form, by name: whoever asks for one is heard. */
export function noteTexts(texts: Record<string, string>): Record<string, string> {
  const notes = heard;
  if (!notes) return texts;
  return new Proxy(texts, {
    get: (target, name) => {
      if (typeof name === 'string') notes.names.add(name);
      return Reflect.get(target, name);
    },
  });
}
