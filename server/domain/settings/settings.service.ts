import { type Actor, isAdministrator } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { storeSettings } from './change-settings.ts';
import { createSettingsReader } from './settings.queries.ts';
import type { CompanySettings } from './settings.schema.ts';

export type SettingsService = ReturnType<typeof createSettingsService>;

/** The company's own choices: name, colour, languages, reactions. */
export function createSettingsService(parts: Parts) {
  const reader = createSettingsReader(parts);
  return {
    /** The company's settings, at most five seconds old; anybody may know them. */
    current: reader.current,
    /** Forgets what was read: after a write that did not go through this service. */
    forget: reader.forget,
    /** True once the wizard was finished. */
    async isSetUp(): Promise<boolean> {
      return (await reader.current()).setUpAt !== null;
    },
    /** The settings as a form shows them. Administrators only: `forbidden` otherwise. */
    async toChange(actor: Actor): Promise<CompanySettings> {
      if (!isAdministrator(actor)) throw new AppError('forbidden');
      return reader.current();
    },
    /** Changes settings. Administrators only: `forbidden` otherwise. */
    async change(actor: Actor, changes: Partial<Omit<CompanySettings, 'setUpAt'>>): Promise<void> {
      if (!isAdministrator(actor)) throw new AppError('forbidden');
      await parts.events.transaction((tx) => storeSettings(tx, parts, actor.personId, changes));
      reader.forget();
    },
  };
}
