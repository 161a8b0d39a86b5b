import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { type Picture, PictureImage } from './picture-image.tsx';

// The room around a picture is dark in either theme.
const ON_DARK = 'text-[white] enabled:hover:bg-[oklch(1_0_0/0.15)] enabled:hover:text-[white]';

export type LightboxProps = { pictures: Picture[]; first: number; onClose: () => void };

/** The pictures of one entry, large, one after the other: arrow keys, Esc, and a description where there is one. */
export function Lightbox({ pictures, first, onClose }: LightboxProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const [index, setIndex] = useState(first);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const picture = pictures[index];
  if (!picture) return null;
  const step = (by: number) => setIndex((index + by + pictures.length) % pictures.length);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && pictures.length > 1) step(by);
  };
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onKeyDown={onKeyDown}
      aria-label={t('files.picture', { number: index + 1, count: pictures.length })}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-[oklch(0.16_0.01_260)] text-[white] open:grid open:animate-appear open:grid-rows-[auto_minmax(0,1fr)_auto]"
    >
      <div className="flex items-center justify-between gap-3 p-2 ps-4">
        <p className="text-meta tabular-nums">
          {pictures.length > 1 && t('files.picture', { number: index + 1, count: pictures.length })}
        </p>
        <IconButton
          className={ON_DARK}
          size="lg"
          label={t('common.close')}
          onClick={() => dialog.current?.close()}
        >
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="relative flex items-center justify-center px-2">
        <PictureImage
          key={picture.id}
          picture={picture}
          sizes="100vw"
          className="max-h-full w-auto max-w-full object-contain"
        />
        {pictures.length > 1 && (
          <>
            <span className="absolute inset-y-0 start-2 grid place-items-center">
              <IconButton className={ON_DARK} size="lg" label={t('files.previous')} onClick={() => step(-1)}>
                <ChevronLeft aria-hidden="true" />
              </IconButton>
            </span>
            <span className="absolute inset-y-0 end-2 grid place-items-center">
              <IconButton className={ON_DARK} size="lg" label={t('files.next')} onClick={() => step(1)}>
                <ChevronRight aria-hidden="true" />
              </IconButton>
            </span>
          </>
        )}
      </div>
      <p className="mx-auto min-h-12 max-w-160 px-4 py-3 text-center text-meta" dir="auto">
        {picture.alt}
        {picture.credit && (
          <span className="block opacity-70">{t('files.creditLine', { credit: picture.credit })}</span>
        )}
      </p>
    </dialog>
  );
}
