import { Copy, Ellipsis, EyeOff, Flag, History, Pencil, Trash2 } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { iconButtonStyle } from '#app/ui/icon-button.tsx';
import { Menu, type MenuItem } from '#app/ui/menu.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

export type EntryTask = 'edit' | 'history' | 'report' | 'hide' | 'close' | 'share';

type Props = {
  entry: EntryView;
  /** The entry's own address, for "copy link". */
  href: string;
  onTask: (task: EntryTask) => void;
  onDelete: () => void;
  /** What belongs to this kind of entry alone. */
  extra?: MenuItem[];
};

/** What can be done with an entry beyond reading it; only what the server says the reader may. */
export function EntryMenu({ entry, href, onTask, onDelete, extra = [] }: Props) {
  const t = useT();
  const toast = useToast();
  const { abilities } = entry;
  const copy = async () => {
    const address = new URL(href, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      toast({ text: t('common.linkCopied') });
    } catch {
      // No clipboard without TLS, or by the browser's rules: the link itself can be marked and copied.
      toast({ text: address });
    }
  };
  const items: MenuItem[] = [{ label: t('common.copyLink'), icon: Copy, onSelect: copy }, ...extra];
  if (entry.editedAt)
    items.push({ label: t('conversation.history'), icon: History, onSelect: () => onTask('history') });
  if (abilities.edit) items.push({ label: t('common.edit'), icon: Pencil, onSelect: () => onTask('edit') });
  if (abilities.report)
    items.push({
      label: t('moderation.report'),
      icon: Flag,
      separated: true,
      onSelect: () => onTask('report'),
    });
  if (abilities.hide)
    items.push({ label: t('moderation.hide'), icon: EyeOff, tone: 'bad', onSelect: () => onTask('hide') });
  if (abilities.delete)
    items.push({ label: t('common.delete'), icon: Trash2, tone: 'bad', separated: true, onSelect: onDelete });
  return (
    <Menu items={items} label={t('common.moreActions')} className={iconButtonStyle({ size: 'sm' })}>
      <Ellipsis aria-hidden="true" />
    </Menu>
  );
}
