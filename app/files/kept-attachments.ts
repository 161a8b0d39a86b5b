import type { WaitingUploads } from './upload.route.ts';
import type { Attachment } from './use-attachments.ts';

export type KeptAttachment = Pick<Attachment, 'name' | 'alt' | 'credit' | 'consent'> & { id: string };

/** What the field of a form that was begun says of its files; what is none is passed over. */
export function keptAttachments(field: string): KeptAttachment[] {
  try {
    const kept: unknown = JSON.parse(field);
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(one: Partial<KeptAttachment> | null): one is KeptAttachment {
  const words = [one?.id, one?.name, one?.alt, one?.credit];
  return words.every((word) => typeof word === 'string') && typeof one?.consent === 'boolean';
}

/** Asks which of these uploads are there still; `null` where no answer comes. */
export async function findUploads(ids: string[]): Promise<WaitingUploads['files'] | null> {
  try {
    const asked = new URLSearchParams(ids.map((id) => ['id', id]));
    const response = await fetch(`/files?${asked}`, { headers: { Accept: 'application/json' } });
    return response.ok ? ((await response.json()) as WaitingUploads).files : null;
  } catch {
    return null;
  }
}
