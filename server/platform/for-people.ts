const NETWORK: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  // A Unix socket that is not there.
  ENOENT: 'nothing answers there',
  ENOTFOUND: 'that host is not known',
  EAI_AGAIN: 'that host is not known',
  ETIMEDOUT: 'it does not answer in time',
  EHOSTUNREACH: 'that host cannot be reached',
};

/**
 * What to print when a start or a command fails. What we throw for people is a plain Error with a sentence, and what
 * the system says of disks and folders is made one; everything else is a bug and keeps its stack.
 */
export function forPeople(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || /No space left on device/.test(error.message)) {
    return `The disk${path ? ` that holds ${path}` : ''} is full. Make room there, or choose a DATA_DIR on another disk, and start again.`;
  }
  if (path && (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')) {
    return `This user may not write ${path}. Choose another DATA_DIR, or start Flurfunk as its owner.`;
  }
  if (path && (code === 'ENOTDIR' || code === 'EEXIST')) {
    return `${path} is no folder. Choose another DATA_DIR.`;
  }
  if (path && code === 'ENOENT' && syscall === 'mkdir') {
    return `No folder can be made at ${path}. Choose another DATA_DIR.`;
  }
  return ['Error', 'ConfigError', 'DataDirBusy'].includes(error.name) ? error.message : error;
}

/** Why another machine cannot be reached, in some words; null where the failure is of another kind. */
export function networkFailure(error: unknown): string | null {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return NETWORK[(first as NodeJS.ErrnoException)?.code ?? ''] ?? null;
}
