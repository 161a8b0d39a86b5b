import { useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import { Card } from '#app/ui/card.tsx';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import { RemovePhoto } from './remove-photo.tsx';

/** A colleague's photo before people operations, who may take it away and never put one there. */
export function OthersPhoto({ person }: { person: PersonRef }) {
  const t = useT();
  const name = usePersonName()(person);
  return (
    <Card as="section" edgeToEdge aria-labelledby="photo-title" id="photo" className="flex items-start gap-5">
      <PersonAvatar person={person} size="2xl" />
      <div className="min-w-0 flex-1">
        <h2 id="photo-title" className="text-lead font-semibold">
          {t('people.photoOf', { name })}
        </h2>
        <p className="mt-1 text-meta text-muted">{t('people.removePhotoHint', { name })}</p>
        <RemovePhoto>{t('people.removePhotoOf')}</RemovePhoto>
      </div>
    </Card>
  );
}
