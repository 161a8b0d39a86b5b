import { type Doer, isPeopleOperations, isSystem } from '#server/domain/identity/actor.ts';
import { AppError } from '#server/platform/errors.ts';

/** An import changes the company at large: administrators and people operations, and the command line. */
export function mayImport(doer: Doer): boolean {
  return isSystem(doer) || isPeopleOperations(doer);
}

/** @throws AppError forbidden */
export function assertMayImport(doer: Doer): void {
  if (!mayImport(doer)) throw new AppError('forbidden', { message: 'import.errorForbidden' });
}
