import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { FileView } from '#server/domain/conversation/entry.view.ts';

/** A file that is a picture. */
export type Picture = FileView & { image: NonNullable<FileView['image']> };

type ImageProps = { picture: Picture; sizes: string; className?: string };

/** A picture in the width that fits, with a few pixels of it there until it is loaded and its place kept. */
export function PictureImage({ picture, sizes, className }: ImageProps) {
  const t = useT();
  const { width, height, widths, blur } = picture.image;
  return (
    <img
      src={`/files/${picture.id}?w=${widths.find((kept) => kept >= 960) ?? widths.at(-1)}`}
      srcSet={widths.map((kept) => `/files/${picture.id}?w=${kept} ${kept}w`).join(', ')}
      sizes={sizes}
      width={width}
      height={height}
      alt={picture.alt || t('conversation.noAlt')}
      loading="lazy"
      decoding="async"
      style={{ backgroundImage: `url(${blur})` }}
      className={cn('bg-cover bg-center', className)}
    />
  );
}
