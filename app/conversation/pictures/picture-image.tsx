import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { FileView } from '#server/domain/conversation/entry.view.ts';

/** A file that is a picture. */
export type Picture = FileView & { image: NonNullable<FileView['image']> };

type ImageProps = { picture: Picture; sizes: string; className?: string };

/**
 * A picture in the width that fits, with a few pixels of it there until it is loaded and its place kept; as AVIF where that is
 * kept, and the browser knows it.
 */
export function PictureImage({ picture, sizes, className }: ImageProps) {
  const t = useT();
  const { width, height, widths, blur, avif } = picture.image;
  const address = (kept: number | undefined) => `/files/${picture.id}?w=${kept}`;
  return (
    <picture className="contents">
      {avif && (
        <source
          type="image/avif"
          srcSet={widths.map((kept) => `${address(kept)}&as=avif ${kept}w`).join(', ')}
          sizes={sizes}
        />
      )}
      <img
        src={address(widths.find((kept) => kept >= 960) ?? widths.at(-1))}
        srcSet={widths.map((kept) => `${address(kept)} ${kept}w`).join(', ')}
        sizes={sizes}
        width={width}
        height={height}
        alt={picture.alt || t('conversation.noAlt')}
        loading="lazy"
        decoding="async"
        style={{ backgroundImage: `url(${blur})` }}
        className={cn('bg-cover bg-center', className)}
      />
    </picture>
  );
}
