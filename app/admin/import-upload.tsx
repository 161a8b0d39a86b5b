import { Form, useNavigation } from '@remix-run/react';
import { FileUp } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { FieldError } from '#app/ui/field-error.tsx';

/** Chooses a file; also takes one that is dropped onto the field. */
export function ImportUpload({ error }: { error: string | undefined }) {
  const t = useT();
  const busy = useNavigation().formAction?.startsWith('/admin/import') ?? false;
  return (
    <Card as="section" aria-labelledby="upload-title" edgeToEdge>
      <h2 id="upload-title" className="text-lead font-semibold">
        {t('import.uploadTitle')}
      </h2>
      <Form method="post" encType="multipart/form-data" className="mt-3 flex flex-col gap-3">
        <label htmlFor="file" className="sr-only">
          {t('import.uploadLabel')}
        </label>
        <div className="flex flex-wrap items-center gap-3 rounded-lg border border-dashed border-control-line p-4 focus-within:border-brand">
          <FileUp aria-hidden="true" className="size-6 shrink-0 text-muted" />
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={error ? true : undefined}
            className="min-w-0 flex-1 text-meta text-soft file:me-3 file:h-9 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-surface file:px-3.5 file:text-meta file:font-medium file:text-ink hover:file:bg-sunk"
          />
        </div>
        {error && <FieldError id="file-error">{t.maybe(error)}</FieldError>}
        <p id="file-hint" className="text-meta text-muted">
          {t('import.uploadHint')}
        </p>
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t(busy ? 'import.uploading' : 'import.upload')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
