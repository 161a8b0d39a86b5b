import type { Parts } from '#server/domain/parts.ts';
import { type CompanySettings, settingsSchema } from './settings.schema.ts';

/** How long another process's change may stay unseen here, in milliseconds. */
const FRESH_MS = 5_000;

export type SettingsReader = {
  /** The company's settings, at most five seconds old. */
  current(): Promise<CompanySettings>;
  /** Forgets what was read; after a write in this process. */
  forget(): void;
};

/** Reads the settings table once for many requests. */
export function createSettingsReader({ db, clock }: Pick<Parts, 'db' | 'clock'>): SettingsReader {
  let known: { at: number; settings: Promise<CompanySettings> } | null = null;
  const read = async () => {
    const rows = await db.setting.findMany();
    return settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
  };
  return {
    current() {
      const now = clock.now().getTime();
      if (!known || Math.abs(now - known.at) > FRESH_MS) {
        const settings = read();
        known = { at: now, settings };
        settings.catch(() => {
          known = null;
        });
      }
      return known.settings;
    },
    forget() {
      known = null;
    },
  };
}
