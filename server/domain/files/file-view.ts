import type { FileView } from '#server/domain/conversation/entry.view.ts';

type Row = {
  id: string;
  name: string;
  bytes: number;
  width: number | null;
  height: number | null;
  blur: string | null;
  widths: number[];
};

/** An upload as its owner sees it, before it hangs on anything: nothing has been said of it yet. */
export function fileView({ id, name, bytes, width, height, blur, widths }: Row): FileView {
  const image = width && height && blur ? { width, height, blur, widths } : null;
  return { id, name, bytes, alt: '', credit: '', image };
}
