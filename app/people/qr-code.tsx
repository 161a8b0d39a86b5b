import { QrCode as QrIcon } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { Popover } from '#app/ui/popover.tsx';

/** The contact card for the camera of a phone; the picture is asked for when it is first shown. */
export function QrCode({ handle, name }: { handle: string; name: string }) {
  const t = useT();
  return (
    <Popover
      label={t('people.qrOf', { name })}
      trigger={<QrIcon aria-hidden="true" />}
      triggerLabel={t('people.qr')}
      triggerClassName={buttonStyle()}
      className="w-72 p-4"
    >
      <img
        src={`/people/${handle}/card.svg`}
        alt={t('people.qrOf', { name })}
        width={256}
        height={256}
        loading="lazy"
        className="mx-auto size-64 rounded-md"
      />
      <p className="mt-2 text-center text-meta text-soft">{t('people.qrHint')}</p>
    </Popover>
  );
}
