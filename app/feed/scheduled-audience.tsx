import { useT } from '#app/shell/i18n.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { Select } from '#app/ui/select.tsx';
import type { AudienceChoice, AudienceLabel, ScheduledView } from '#server/domain/feed/feed.view.ts';

type Props = {
  post: Pick<ScheduledView, 'id' | 'where' | 'mustRead'>;
  audiences: AudienceChoice[];
  value: string;
  onChange: (id: string) => void;
  error?: string;
};

/** Who will be able to read a post that waits; and what it loses with another audience, before that is chosen for good. */
export function ScheduledAudience({ post, audiences, value, onChange, error }: Props) {
  const t = useT();
  const id = `${post.id}-audience`;
  const chosen = audiences.find((choice) => choice.id === value);
  const loses = post.mustRead && chosen && !chosen.mayRequire;
  const notes = [error && `${id}-error`, loses && `${id}-loses`].filter(Boolean).join(' ');
  // Held back for the very reason that its author may not write there any more: it still says where it was to go.
  const known: AudienceLabel[] = audiences.some((choice) => choice.id === post.where.id)
    ? audiences
    : [post.where, ...audiences];
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta">
      <label htmlFor={id} className="text-muted">
        {t('feed.audience')}
      </label>
      <Select
        id={id}
        name="audienceId"
        controlSize="sm"
        className="w-64 max-w-full"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {known.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.kind === 'everyone' ? t('feed.everyone') : choice.name}
          </option>
        ))}
      </Select>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {loses && (
        <p id={`${id}-loses`} role="status" className="basis-full font-medium text-warn">
          {t('feed.mustReadLost')}
        </p>
      )}
    </div>
  );
}
