import type { FileView } from '#server/domain/conversation/entry.view.ts';

type Row = {
  id: string;
  name: string;
  bytes: number;
  width: number | null;
  height: number | null;
  blur: string | null;
  widths: number[];
  avif: boolean | null;
};

/** An upload as its owner sees it, before it hangs on anything: nothing has been said of it yet. */
export function fileView({ id, name, bytes, width, height, blur, widths, avif }: Row): FileView {
  const image = width && height && blur ? { width, height, blur, widths, avif: avif === true } : null;
  return { id, name, bytes, alt: '', credit: '', image };
}
