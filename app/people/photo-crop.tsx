import { useId, useState } from 'react';
import Cropper, { type Area } from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import { useT } from '#app/shell/i18n.tsx';

const ZOOM_MOST = 4;
/** Pixels that an arrow key moves the picture by; a tenth of it with Shift. */
const STEP = 8;

type PhotoCropProps = {
  /** The chosen picture, as an address of this browser. */
  src: string;
  /** This browser cannot show it; the server may know it all the same. */
  onUnknown: () => void;
};

/** Which square of a picture becomes the photo: by mouse, touch or arrow keys; goes with the form as shares of the picture. */
export function PhotoCrop({ src, onUnknown }: PhotoCropProps) {
  const t = useT();
  const id = useId();
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area>();
  return (
    <div className="flex w-full max-w-80 flex-col gap-2">
      <div className="relative aspect-square overflow-hidden rounded-lg bg-sunk">
        <Cropper
          image={src}
          crop={crop}
          zoom={zoom}
          maxZoom={ZOOM_MOST}
          aspect={1}
          cropShape="round"
          objectFit="cover"
          showGrid={false}
          // The page scrolls on below the mouse; there is a slider for this.
          zoomWithScroll={false}
          keyboardStep={STEP}
          disableAutomaticStylesInjection
          onCropChange={setCrop}
          onZoomChange={setZoom}
          onCropAreaChange={setArea}
          mediaProps={{ alt: '', onError: onUnknown }}
          cropperProps={{
            role: 'group',
            'aria-label': t('people.photoSection'),
            'aria-describedby': `${id}-hint`,
          }}
        />
      </div>
      <p id={`${id}-hint`} className="text-meta text-muted">
        {t('people.photoSectionHint')}
      </p>
      <label htmlFor={`${id}-zoom`} className="flex items-center gap-3 text-meta font-medium">
        {t('people.photoZoom')}
        <input
          id={`${id}-zoom`}
          type="range"
          min={1}
          max={ZOOM_MOST}
          step={0.05}
          value={zoom}
          onChange={(event) => setZoom(event.currentTarget.valueAsNumber)}
          className="h-6 min-w-0 flex-1 accent-brand"
        />
      </label>
      {area && (
        <>
          <input type="hidden" name="x" value={share(area.x)} />
          <input type="hidden" name="y" value={share(area.y)} />
          <input type="hidden" name="side" value={share(area.width)} />
        </>
      )}
    </div>
  );
}

/** Per cent as 0 to 1; what rounding lets stand beyond the edge is none of the picture. */
function share(percent: number): string {
  return (Math.min(Math.max(percent, 0), 100) / 100).toFixed(4);
}
