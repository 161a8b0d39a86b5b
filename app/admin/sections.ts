import {
  FileUp,
  Handshake,
  type LucideIcon,
  Palette,
  ShieldAlert,
  TextCursorInput,
  Users,
} from 'lucide-react';
import type { FrameData } from '#app/shell/frame-data.ts';
import type { MessageKey } from '#app/shell/i18n.tsx';

type Section = {
  to: string;
  label: MessageKey;
  icon: LucideIcon;
  /** Which of the reader's abilities opens it. */
  needs: keyof FrameData['abilities'];
};

/** The rooms of the administration; a subject adds its row together with its page. */
const SECTIONS: readonly Section[] = [
  { to: '/admin/accounts', label: 'admin.accounts', icon: Users, needs: 'peopleOperations' },
  { to: '/admin/import', label: 'admin.import', icon: FileUp, needs: 'peopleOperations' },
  { to: '/admin/company', label: 'admin.company', icon: Palette, needs: 'administer' },
  { to: '/admin/fields', label: 'fields.title', icon: TextCursorInput, needs: 'administer' },
  { to: '/admin/agreements', label: 'admin.agreements', icon: Handshake, needs: 'administer' },
  { to: '/admin/moderation', label: 'admin.moderation', icon: ShieldAlert, needs: 'moderate' },
];

/** Those of them that this reader may enter. */
export function sectionsFor(abilities: FrameData['abilities']): readonly Section[] {
  return SECTIONS.filter((section) => abilities[section.needs]);
}
