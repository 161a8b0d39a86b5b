import { type ComponentType, Suspense, useCallback, useEffect, useState } from 'react';
import type { FrameData } from '#app/shell/frame-data.ts';
import { isTyping } from '#app/shell/is-typing.ts';

type PaletteComponent = ComponentType<{ frame: FrameData; onClose: () => void }>;

const load = () => import('./palette.tsx').then((module) => module.Palette as PaletteComponent);

export type PaletteControl = {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  /** Fetches the palette's code when a pointer or the focus comes near. */
  prepare: () => void;
};

/** Opens the command palette by `/`, ⌘K or Ctrl-K. Its code is fetched when first needed. */
export function usePalette(): PaletteControl {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  const prepare = useCallback(() => void load().catch(() => undefined), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const combination = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k';
      if (!combination && !(event.key === '/' && !isTyping(event))) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);
  return { isOpen, open, close, prepare };
}

export function PaletteHost({ palette, frame }: { palette: PaletteControl; frame: FrameData }) {
  const [Palette, setPalette] = useState<PaletteComponent>();
  useEffect(() => {
    if (palette.isOpen && !Palette) load().then((component) => setPalette(() => component));
  }, [palette.isOpen, Palette]);
  if (!palette.isOpen || !Palette) return null;
  return (
    <Suspense fallback={null}>
      <Palette frame={frame} onClose={palette.close} />
    </Suspense>
  );
}
