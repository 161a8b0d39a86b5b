import { Heart, MessageCircle } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import { BrandMark } from '#app/shell/brand.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { pillStyle } from '#app/ui/pill.tsx';

const STOPS = Array.from({ length: 13 }, (_, index) => `oklch(0.62 0.12 ${index * 30})`).join(', ');

/** The company's colour: one hue, from which every shade is derived with its contrast. Shown while it moves. */
export function HueField({ initial, error }: { initial: number; error?: string | undefined }) {
  const t = useT();
  const [hue, setHue] = useState(initial);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor="brandHue" className="text-meta font-medium text-ink">
        {t('setup.colour')}
      </label>
      <input
        id="brandHue"
        name="brandHue"
        type="range"
        min={0}
        max={359}
        step={1}
        defaultValue={initial}
        onInput={(event) => setHue(Number(event.currentTarget.value))}
        aria-describedby={error ? 'brandHue-error' : 'brandHue-hint'}
        style={{ backgroundImage: `linear-gradient(to right, ${STOPS})` }}
        className="my-2 h-3 w-full cursor-pointer appearance-none rounded-full [&::-moz-range-thumb]:size-6 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-3 [&::-moz-range-thumb]:border-surface [&::-moz-range-thumb]:bg-ink [&::-webkit-slider-thumb]:size-6 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-3 [&::-webkit-slider-thumb]:border-solid [&::-webkit-slider-thumb]:border-surface [&::-webkit-slider-thumb]:bg-ink"
      />
      {error && <FieldError id="brandHue-error">{error}</FieldError>}
      <p id="brandHue-hint" className="text-meta text-muted">
        {t('setup.colourHint')}
      </p>
      <Preview hue={hue} />
    </div>
  );
}

function Preview({ hue }: { hue: number }) {
  const t = useT();
  // The brand's tokens are derived from --hue where they are declared: declare them again for this box.
  const tokens = {
    '--hue': hue,
    '--brand': `light-dark(oklch(0.46 0.095 ${hue}), oklch(0.76 0.1 ${hue}))`,
    '--on-brand': `light-dark(oklch(1 0 0), oklch(0.19 0.02 ${hue}))`,
    '--brand-ink': `light-dark(oklch(0.42 0.095 ${hue}), oklch(0.82 0.085 ${hue}))`,
    '--brand-soft': `light-dark(oklch(0.955 0.022 ${hue}), oklch(0.3 0.04 ${hue}))`,
  } as CSSProperties;
  return (
    <div
      style={tokens}
      aria-hidden="true"
      className="mt-2 rounded-lg border border-line bg-bg p-4 select-none"
    >
      <div className="flex items-center gap-3">
        <BrandMark className="size-8 shrink-0" />
        <div className="min-w-0 flex-1">
          <div className="h-2.5 w-32 max-w-full rounded-full bg-ink/70" />
          <div className="mt-2 h-2 w-20 max-w-full rounded-full bg-muted/40" />
        </div>
        <span className={buttonStyle({ look: 'primary' })}>{t('setup.previewButton')}</span>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <span className={pillStyle({ active: true })}>
          <Heart /> 12
        </span>
        <span className={pillStyle()}>
          <MessageCircle /> 4
        </span>
        <span className="ms-auto text-meta font-medium text-brand-ink underline underline-offset-2">
          {t('setup.previewLink')}
        </span>
      </div>
    </div>
  );
}
