import {
  Bell,
  Bookmark,
  CircleHelp,
  type LucideIcon,
  Network,
  Newspaper,
  ScrollText,
  Settings,
  ShieldCheck,
  SquareKanban,
  SquarePen,
  Users,
} from 'lucide-react';
import type { FrameData } from './frame-data.ts';
import type { MessageKey } from './i18n.tsx';

export type NavigationItem = {
  to: string;
  label: MessageKey;
  icon: LucideIcon;
  /** Which of the frame's counts stands beside it. */
  count?: keyof FrameData['unread'];
};

const FEED: NavigationItem = { to: '/', label: 'shell.feed', icon: Newspaper, count: 'feed' };
const PROJECTS: NavigationItem = { to: '/projects', label: 'shell.projects', icon: SquareKanban };
const ORGANISATION: NavigationItem = { to: '/org', label: 'shell.organisation', icon: Network };
const NOTICES: NavigationItem = { to: '/notices', label: 'shell.notices', icon: ScrollText };
const PEOPLE: NavigationItem = { to: '/people', label: 'shell.people', icon: Users };

/** The places of the house, as far as this reader may enter them. */
export function navigationItems(abilities: FrameData['abilities']): NavigationItem[] {
  const items: NavigationItem[] = [
    FEED,
    PROJECTS,
    ORGANISATION,
    PEOPLE,
    { to: '/notifications', label: 'shell.notifications', icon: Bell, count: 'notifications' },
    { to: '/saved', label: 'shell.saved', icon: Bookmark },
    { to: '/questions', label: 'shell.questions', icon: CircleHelp },
    NOTICES,
    { to: '/settings', label: 'shell.settings', icon: Settings },
  ];
  if (abilities.administer || abilities.peopleOperations || abilities.moderate) {
    items.push({ to: '/admin', label: 'shell.administration', icon: ShieldCheck });
  }
  return items;
}

/**
 * The five targets of the bottom bar; search, notifications and my menu are in the phone's header. Whoever only reads
 * has the notices where others write a post.
 */
export function bottomBar({ write }: Pick<FrameData['abilities'], 'write'>): NavigationItem[] {
  return [
    FEED,
    PROJECTS,
    write ? { to: '/?compose', label: 'shell.post', icon: SquarePen } : NOTICES,
    { ...ORGANISATION, label: 'shell.organisationShort' },
    PEOPLE,
  ];
}
