import { FileText } from 'lucide-react';
import { type ComponentType, type MouseEvent, Suspense, startTransition, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { FileView } from '#server/domain/conversation/entry.view.ts';
import { useFileSize } from './file-size.ts';
import type { LightboxProps } from './lightbox.tsx';
import { type Picture, PictureImage } from './picture-image.tsx';

/** More are behind the last one, in the lightbox. */
const PICTURES_SHOWN = 4;

/** What hangs on an entry: pictures as a calm grid that opens large, everything else as rows to save. */
export function EntryFiles({ files, className }: { files: FileView[]; className?: string }) {
  const pictures = files.filter((file): file is Picture => file.image !== null);
  const others = files.filter((file) => file.image === null);
  return (
    <div className={cn('flex flex-col gap-2', className)}>
      {pictures.length > 0 && <Pictures pictures={pictures} />}
      {others.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {others.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Pictures({ pictures }: { pictures: Picture[] }) {
  const t = useT();
  const [open, setOpen] = useState<number | null>(null);
  const [Lightbox, setLightbox] = useState<ComponentType<LightboxProps>>();
  const shown = pictures.slice(0, PICTURES_SHOWN);
  const hidden = pictures.length - shown.length;
  // Without its code, or without script, the picture opens by itself: it is a link.
  const enlarge = async (event: MouseEvent, index: number) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const { Lightbox: loaded } = await import('./lightbox.tsx');
    startTransition(() => {
      setLightbox(() => loaded);
      setOpen(index);
    });
  };
  return (
    <>
      <ul className={cn('grid gap-1 overflow-hidden rounded-lg', shown.length > 1 && 'grid-cols-2')}>
        {shown.map((picture, index) => (
          <li key={picture.id} className={cn('relative', shown.length === 3 && index === 0 && 'col-span-2')}>
            <a
              href={`/files/${picture.id}`}
              onClick={(event) => enlarge(event, index)}
              className="block bg-sunk -outline-offset-4"
            >
              <PictureImage
                picture={picture}
                sizes={
                  shown.length > 1 ? '(min-width: 48rem) 20rem, 50vw' : '(min-width: 48rem) 40rem, 100vw'
                }
                className={
                  shown.length > 1 ? 'aspect-[4/3] w-full object-cover' : 'max-h-128 w-full object-contain'
                }
              />
              {hidden > 0 && index === shown.length - 1 && (
                <span className="absolute inset-0 grid place-items-center bg-[oklch(0.2_0_0/0.55)] text-title font-semibold text-[white]">
                  {t('conversation.morePictures', { count: hidden })}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {open !== null && Lightbox && (
        <Suspense fallback={null}>
          <Lightbox pictures={pictures} first={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}

function FileRow({ file }: { file: FileView }) {
  const size = useFileSize();
  return (
    <li>
      <a
        href={`/files/${file.id}`}
        download={file.name}
        className="flex items-center gap-3 rounded-md border border-line px-3 py-2 transition-colors hover:border-control-line hover:bg-sunk"
      >
        <FileText aria-hidden="true" className="size-5 shrink-0 text-soft" />
        <span className="min-w-0 flex-1 truncate font-medium" dir="auto">
          {file.name}
        </span>
        <span className="shrink-0 text-meta text-muted">{size(file.bytes)}</span>
      </a>
    </li>
  );
}
