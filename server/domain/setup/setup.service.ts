import type { IdentityService } from '#server/domain/identity/identity.service.ts';
import type { SignedIn } from '#server/domain/identity/sign-in.ts';
import type { Visitor } from '#server/domain/identity/visitor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsService } from '#server/domain/settings/settings.service.ts';
import { AppError } from '#server/platform/errors.ts';
import { setUpCompany } from './set-up-company.ts';
import type { SetupInput } from './setup.schema.ts';
import { checkSetupCode, setupCode } from './setup-code.ts';

type SampleState = 'none' | 'loading' | 'loaded' | 'failed';

/** The wizard of a house in which nobody has an account yet. */
export function createSetupService(
  parts: Parts,
  rooms: { settings: SettingsService; identity: IdentityService },
) {
  let loadSample: (() => Promise<unknown>) | null = null;
  let sample: SampleState = 'none';

  async function isOpen(): Promise<boolean> {
    return (await parts.db.account.count({ take: 1 })) === 0;
  }
  async function mustBeOpen(): Promise<void> {
    if (!(await isOpen())) throw new AppError('conflict', { message: 'setup.alreadyDone' });
  }

  return {
    /** True while nobody has an account: only then the wizard exists. */
    isOpen,
    /** The code to print at start, or null in a house that is set up. */
    async codeToShow(): Promise<string | null> {
      return (await isOpen()) ? setupCode(parts) : null;
    },
    /** Sets the company up and signs the first administrator in. `invalid` without the code, `conflict` when done. */
    async setUp(visitor: Visitor, input: SetupInput): Promise<SignedIn> {
      await mustBeOpen();
      await checkSetupCode(parts, visitor, input.setupCode);
      await setUpCompany(parts, input);
      rooms.settings.forget();
      const name = input.email.trim().toLowerCase();
      return rooms.identity.signIn(visitor, { name, password: input.password, shared: false });
    },
    /** Hands in the loader of the sample company; start-up does, so that no room depends on the sample. */
    provideSample(load: () => Promise<unknown>): void {
      loadSample = load;
    },
    sampleState(): SampleState {
      return sample;
    },
    /** Fills the empty house with the sample company, in the background; ask {@link sampleState} for the end. */
    async openSample(visitor: Visitor, code: string | undefined): Promise<void> {
      if (sample === 'loading' || sample === 'loaded') return;
      await mustBeOpen();
      await checkSetupCode(parts, visitor, code);
      if (!loadSample) throw new AppError('unavailable', { message: 'setup.noSample' });
      sample = 'loading';
      void loadSample().then(
        () => {
          rooms.settings.forget();
          sample = 'loaded';
        },
        (error) => {
          parts.log.error({ err: error }, 'the sample company could not be loaded');
          sample = 'failed';
        },
      );
    },
  };
}
