import { Languages } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { DraftBack } from '#app/shell/forms/draft-back.tsx';
import { useWindowDraft } from '#app/shell/forms/use-window-draft.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { RevisionView } from '#server/domain/conversation/entry-history.queries.ts';
import type { TaskFormProps } from './entry-task-window.tsx';
import { WritingArea } from './writing-area.tsx';

export type EditFormProps = TaskFormProps & { entry: EntryView; newest: RevisionView };

/** The newest wording, to change it; a post in one language may get the other. */
export function EditForm({ entry, newest, fault, busy, onSubmit }: EditFormProps) {
  const t = useT();
  const { other } = newest;
  const { kept, keep, forget } = useWindowDraft({
    window: 'edit',
    id: entry.id,
    revision: newest.revision,
  });
  const [adding, setAdding] = useState(kept?.otherText !== undefined && !other);
  const otherLanguage = newest.language === 'de' ? 'en' : 'de';
  const otherLabel = t(otherLanguage === 'en' ? 'feed.inEnglish' : 'feed.inGerman');
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const otherText = typed.get('otherText');
    const fields = { intent: 'edit', text: String(typed.get('text')) };
    const saved = await onSubmit(typeof otherText === 'string' ? { ...fields, otherText } : fields);
    if (saved) forget();
  };
  const discard = () => {
    forget();
    setAdding(false);
  };
  return (
    <form key={kept ? 'kept' : 'newest'} onSubmit={send} onInput={keep} className="flex flex-col gap-3">
      {kept && <DraftBack discard={t('conversation.draftDiscard')} onDiscard={discard} />}
      <Field label={t('conversation.text')} labelHidden hint={t('conversation.editHint')} error={fault}>
        <WritingArea
          writing={entry.kind === 'post'}
          aria-label={t('conversation.text')}
          name="text"
          required
          maxLength={entry.kind === 'pin' ? 500 : 20_000}
          rows={6}
          autoFocus
          lang={newest.language}
          defaultValue={kept?.text ?? newest.text}
        />
      </Field>
      {(other || adding) && (
        <Field label={otherLabel}>
          <WritingArea
            writing
            still={!adding}
            aria-label={otherLabel}
            name="otherText"
            maxLength={20_000}
            rows={6}
            lang={otherLanguage}
            defaultValue={kept?.otherText ?? other?.text}
          />
        </Field>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {entry.kind === 'post' && !other && !adding && (
          <Button look="quiet" className="me-auto" onClick={() => setAdding(true)}>
            <Languages aria-hidden="true" />
            {t(otherLanguage === 'en' ? 'conversation.alsoInEnglish' : 'conversation.alsoInGerman')}
          </Button>
        )}
        <Button type="submit" look="primary" busy={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
