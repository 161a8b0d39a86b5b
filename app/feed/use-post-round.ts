import { useState } from 'react';
import { type PostStart, partsOf } from '#app/feed/composer/post-draft.ts';
import type { FormDraft } from '#app/shell/forms/form-draft.ts';

/**
 * What one post begins with, and who is to read it. With the next post, or with a draft that comes back, a new round begins:
 * its number is the key by which the fields are made anew.
 * @param typed what came back with a page that says what was wrong
 * @param usual the audience where none is named
 */
export function usePostRound(typed: FormDraft, usual: string | undefined) {
  const [round, setRound] = useState(0);
  const [start, setStart] = useState<PostStart>({ values: typed, lost: {} });
  const [audienceId, setAudienceId] = useState(typed.audienceId ?? usual);
  const [parts, setParts] = useState(partsOf(typed));
  const begin = (next: PostStart) => {
    setRound(round + 1);
    setStart(next);
    setAudienceId(next.values.audienceId ?? usual);
    setParts(partsOf(next.values));
  };
  return { round, start, audienceId, setAudienceId, parts, setParts, begin };
}
