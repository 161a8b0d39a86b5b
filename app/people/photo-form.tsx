import { Form, useNavigation } from '@remix-run/react';
import { type ChangeEvent, type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { PersonAvatar } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import { RemovePhoto } from './remove-photo.tsx';

// Its code comes with the first picture; where it does not come, the middle of the picture is taken.
const PhotoCrop = lazy<ComponentType<{ src: string; onUnknown: () => void }>>(() =>
  import('./photo-crop.tsx').then(
    (file) => ({ default: file.PhotoCrop }),
    () => ({ default: () => null }),
  ),
);

const KINDS = 'image/jpeg,image/png,image/webp,image/avif,image/gif';
const INPUT =
  'w-full text-meta text-soft file:me-3 file:h-9 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-surface file:px-3.5 file:text-meta file:font-medium file:text-ink hover:file:bg-sunk';

type PhotoFormProps = { person: PersonRef; errors?: FormErrors | undefined };

/** One's own photo: shown by consent, cut to a square here or in the middle, and gone by one click. */
export function PhotoForm({ person, errors }: PhotoFormProps) {
  const t = useT();
  const busy = useNavigation().formData?.get('intent') === 'photo';
  const errorOf = useFieldError(errors);
  const { src, choose, forget } = useChosenPicture();
  return (
    <Card as="section" edgeToEdge aria-labelledby="photo-title" id="photo">
      <div className="flex items-start gap-5">
        <PersonAvatar person={person} own size="2xl" />
        <div className="min-w-0 flex-1">
          <h2 id="photo-title" className="text-lead font-semibold">
            {t('people.photo')}
          </h2>
          <p className="mt-1 text-meta text-muted">{t('people.photoHint')}</p>
          {person.photo && <RemovePhoto>{t('people.removePhoto')}</RemovePhoto>}
        </div>
      </div>
      <Form method="post" encType="multipart/form-data" className="mt-4 flex flex-col items-start gap-3">
        <input type="hidden" name="intent" value="photo" />
        <FormErrorSummary errors={errors} />
        <Field
          label={t(person.photo ? 'people.photoNew' : 'people.photoFile')}
          hint={t('people.photoFileHint')}
          error={errorOf('file')}
          className="w-full"
        >
          <input
            id="file"
            name="file"
            type="file"
            required
            accept={KINDS}
            onChange={choose}
            className={INPUT}
          />
        </Field>
        {src && (
          <Suspense fallback={null}>
            <PhotoCrop key={src} src={src} onUnknown={forget} />
          </Suspense>
        )}
        <div>
          <Checkbox
            id="consent"
            name="consent"
            required
            label={t('people.photoConsent')}
            hint={t('people.photoConsentHint')}
            aria-invalid={errorOf('consent') ? true : undefined}
          />
          {errorOf('consent') && <FieldError id="consent-error">{errorOf('consent')}</FieldError>}
        </div>
        <Button type="submit" look="primary" busy={busy}>
          {t('people.savePhoto')}
        </Button>
      </Form>
    </Card>
  );
}

/** The chosen picture as an address that this page alone knows. */
function useChosenPicture() {
  const [src, setSrc] = useState<string>();
  useEffect(() => () => void (src && URL.revokeObjectURL(src)), [src]);
  return {
    src,
    choose: ({ currentTarget: { files } }: ChangeEvent<HTMLInputElement>) =>
      setSrc(files?.[0] && URL.createObjectURL(files[0])),
    forget: () => setSrc(undefined),
  };
}
