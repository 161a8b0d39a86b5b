import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { AudienceKind } from '#server/platform/database/schema.ts';

/** Creates an audience for a site, unit, project, chart or office, which keeps its id. Returns the id. */
export async function createAudience(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  input: { kind: AudienceKind; open: boolean; naturalKey?: string },
): Promise<string> {
  const id = parts.ids.next();
  await tx.audience.create({
    data: {
      id,
      kind: input.kind,
      open: input.open,
      naturalKey: input.naturalKey ?? null,
      createdAt: parts.clock.now(),
    },
  });
  return id;
}
