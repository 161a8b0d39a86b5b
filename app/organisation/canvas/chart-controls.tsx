import { Link } from '@remix-run/react';
import { Keyboard, LocateFixed, Maximize, Minus, Plus } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { IconButton, iconButtonStyle } from '#app/ui/icon-button.tsx';
import { Popover } from '#app/ui/popover.tsx';

type ControlsProps = {
  meTo: string;
  onZoomIn: () => void;
  onZoomOut: () => void;
  onFit: () => void;
  onHome: () => void;
};

/** Zoom, fit, back to me, and which keys do the same. */
export function ChartControls({ meTo, onZoomIn, onZoomOut, onFit, onHome }: ControlsProps) {
  const t = useT();
  return (
    <fieldset
      data-still
      className="absolute end-4 bottom-4 z-10 flex flex-col rounded-lg bg-surface p-1 shadow-float"
    >
      <legend className="sr-only">{t('organisation.zoom')}</legend>
      <IconButton label={t('organisation.zoomIn')} aria-keyshortcuts="+" onClick={onZoomIn}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton label={t('organisation.zoomOut')} aria-keyshortcuts="-" onClick={onZoomOut}>
        <Minus aria-hidden="true" />
      </IconButton>
      <IconButton label={t('organisation.fit')} onClick={onFit}>
        <Maximize aria-hidden="true" />
      </IconButton>
      <Link
        to={meTo}
        preventScrollReset
        title={t('organisation.centreOnMe')}
        aria-label={t('organisation.centreOnMe')}
        aria-keyshortcuts="Home"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onHome();
        }}
        className={iconButtonStyle()}
      >
        <LocateFixed aria-hidden="true" />
      </Link>
      <Popover
        trigger={<Keyboard aria-hidden="true" />}
        triggerLabel={t('organisation.keys')}
        triggerClassName={`${iconButtonStyle()} max-lg:!hidden`}
        label={t('organisation.keys')}
      >
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-meta">
          <Key keys={['↑', '↓', '←', '→']} text={t('organisation.keysArrows')} />
          <Key keys={[t('organisation.keyEnter')]} text={t('organisation.keysEnter')} />
          <Key keys={[t('organisation.keySpace')]} text={t('organisation.keysSpace')} />
          <Key keys={[t('organisation.keyHome')]} text={t('organisation.keysHome')} />
          <Key keys={['+', '−', '0']} text={t('organisation.keysZoom')} />
        </dl>
      </Popover>
    </fieldset>
  );
}

function Key({ keys, text }: { keys: string[]; text: string }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="min-w-6 rounded-sm border border-line bg-sunk px-1.5 text-center font-sans text-mini text-soft"
          >
            {key}
          </kbd>
        ))}
      </dt>
      <dd className="text-soft">{text}</dd>
    </>
  );
}
