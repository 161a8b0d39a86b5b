import type { FormDraft } from '#app/shell/forms/form-draft.ts';

/** What goes with a post beside its text, each of which is there or not. */
export type PostParts = { poll: boolean; other: boolean; later: boolean };

/** Which parts a post has whose form holds these fields. */
export function partsOf(values: FormDraft): PostParts {
  return { poll: 'pollOption1' in values, other: 'otherText' in values, later: 'publishOn' in values };
}

/** The fields that somebody fills in; all others have a value from the beginning, or say how. */
const FILLED_IN = /^(text|otherText|pollOption\d+|publishOn|publishAt|attachments)$/;

/** Whether there is anything to lose. */
export function isBegun(values: FormDraft): boolean {
  return Object.entries(values).some(([name, value]) => FILLED_IN.test(name) && value.trim() !== '');
}

export type Allowed = {
  audiences: readonly { id: string }[];
  voices: readonly { voice: string }[];
};

/** What a post begins with, and what of its draft its writer may no longer do. */
export type PostStart = { values: FormDraft; lost: { audience?: true; voice?: true } };

/**
 * A draft, as far as its writer may still send it: an audience or voice that is no longer theirs gives way to the default,
 * the words stay. What another audience was to be made to read, the default one is not.
 */
export function stillAllowed(draft: FormDraft, { audiences, voices }: Allowed): PostStart {
  const { audienceId, voice, mustRead, readBy, ...words } = draft;
  const audience = audiences.some(({ id }) => id === audienceId);
  const speaker = !voice || voices.some((one) => one.voice === voice);
  const addressed = { audienceId, mustRead, readBy };
  const kept = { ...words, ...(audience && addressed), ...(speaker && { voice }) };
  return {
    values: Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as FormDraft,
    lost: { ...(audienceId && !audience && { audience: true }), ...(!speaker && { voice: true }) },
  };
}
