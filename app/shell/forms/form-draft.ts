/** The fields of a form that was begun, by name; kept in this browser until it is sent. */
export type FormDraft = Record<string, string>;

/** What a form holds now, without files; its idempotency key goes with the words: sent again after a reload they are still the same. */
export function draftOf(form: FormData): FormDraft {
  return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as FormDraft;
}

// Storage may be switched off, full or tampered with; a draft is a comfort, never a reason to fail.

/** What is kept under this name; null for nothing, and for what is no draft. */
export function readFormDraft(name: string): FormDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (kept === null || typeof kept !== 'object' || Array.isArray(kept)) return null;
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'));
  } catch {
    return null;
  }
}

/** Keeps it under this name; null forgets it. */
export function writeFormDraft(name: string, draft: FormDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // As above.
  }
}
