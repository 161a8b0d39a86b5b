import { mkdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RunAs } from './embedded-user.ts';

/**
 * True when the user may enter `folder` and every folder above it. A clone below /root or below a fresh temporary
 * folder (mode 0700) is out of reach for the user PostgreSQL runs as, although root can read it.
 */
export async function canReach(folder: string, runAs: RunAs): Promise<boolean> {
  if (runAs.uid === null) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found) {
      const needed = found.uid === runAs.uid ? 0o100 : found.gid === runAs.gid ? 0o010 : 0o001;
      if ((found.mode & needed) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/** A folder everybody can enter, for what root must place outside a closed clone. */
export async function publicFolder(): Promise<string> {
  for (const candidate of ['/var/lib/flurfunk', path.join(os.tmpdir(), 'flurfunk')]) {
    try {
      await mkdir(candidate, { recursive: true, mode: 0o755 });
      return candidate;
    } catch {
      // A read-only system: the next candidate.
    }
  }
  throw new Error('Neither /var/lib nor the temporary folder can be written; set DATABASE_URL instead.');
}
