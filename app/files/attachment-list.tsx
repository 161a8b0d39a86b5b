import { FileText, TriangleAlert, X } from 'lucide-react';
import { useId } from 'react';
import { useFileSize } from '#app/conversation/pictures/file-size.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { ALT_MAX, CREDIT_MAX, FILE_BYTES, FILES_MOST } from '#server/domain/files/file-limits.schema.ts';
import type { Attachment, Attachments } from './use-attachments.ts';

const MEGABYTE = 1024 * 1024;

/** What will be sent with the text, each with what there is to say of it. */
export function AttachmentList({ attachments }: { attachments: Attachments }) {
  const t = useT();
  if (attachments.list.length === 0) return null;
  return (
    <div className="mt-3">
      <ul className="flex flex-col gap-2" aria-label={t('files.attached')}>
        {attachments.list.map((one) => (
          <li key={one.key} className="flex animate-appear gap-3 rounded-md border border-line p-2">
            <Preview attachment={one} />
            <div className="min-w-0 flex-1">
              <Head attachment={one} />
              {one.file?.image && (
                <PictureWords attachment={one} onChange={(words) => attachments.change(one.key, words)} />
              )}
            </div>
            <IconButton
              size="sm"
              label={t('files.remove', { name: one.name })}
              onClick={() => attachments.remove(one.key)}
            >
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-meta text-muted">
        {t('files.limits', { count: FILES_MOST, megabytes: FILE_BYTES / MEGABYTE })}
      </p>
    </div>
  );
}

function Preview({ attachment: { file, error } }: { attachment: Attachment }) {
  if (file?.image) {
    return (
      <img
        src={`/files/${file.id}?w=480`}
        alt=""
        className="size-16 shrink-0 rounded-sm bg-cover object-cover"
        style={{ backgroundImage: `url(${file.image.blur})` }}
      />
    );
  }
  const Icon = error ? TriangleAlert : FileText;
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-sm bg-sunk text-soft">
      <Icon aria-hidden="true" className="size-5" />
    </span>
  );
}

function Head({ attachment: { name, share, file, error } }: { attachment: Attachment }) {
  const t = useT();
  const size = useFileSize();
  return (
    <>
      <p className="truncate text-meta font-medium" dir="auto">
        {name}
      </p>
      {error ? (
        <p role="alert" className="text-meta text-bad">
          {t.maybe(error)}
        </p>
      ) : file ? (
        !file.image && <p className="text-meta text-muted">{size(file.bytes)}</p>
      ) : (
        <progress
          className="mt-1 h-1 w-full accent-brand"
          value={share}
          aria-label={t('files.sending', { name })}
        />
      )}
    </>
  );
}

type WordsProps = {
  attachment: Attachment;
  onChange: (words: Partial<Pick<Attachment, 'alt' | 'credit' | 'consent'>>) => void;
};

/** Asked for, not demanded: what a picture shows, whose it is, and whether those on it agree. */
function PictureWords({ attachment, onChange }: WordsProps) {
  const t = useT();
  const id = useId();
  return (
    <div className="mt-1 flex flex-col gap-1.5">
      <label htmlFor={`${id}-alt`} className="text-meta text-muted">
        {t('files.altLabel')}
      </label>
      <TextInput
        id={`${id}-alt`}
        value={attachment.alt}
        maxLength={ALT_MAX}
        placeholder={t('files.altExample')}
        onChange={(event) => onChange({ alt: event.currentTarget.value })}
        className="h-9"
      />
      <details className="text-meta">
        <summary className="w-fit rounded-sm text-muted hover:text-ink">{t('files.more')}</summary>
        <div className="mt-1.5 flex flex-col gap-2">
          <label htmlFor={`${id}-credit`} className="text-muted">
            {t('files.credit')}
          </label>
          <TextInput
            id={`${id}-credit`}
            value={attachment.credit}
            maxLength={CREDIT_MAX}
            onChange={(event) => onChange({ credit: event.currentTarget.value })}
            className="h-9"
          />
          <Checkbox
            label={t('files.consent')}
            checked={attachment.consent}
            onChange={(event) => onChange({ consent: event.currentTarget.checked })}
          />
        </div>
      </details>
    </div>
  );
}
