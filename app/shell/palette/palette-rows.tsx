import { CircleHelp, FileText, ListTodo, PenLine, ScrollText, Search, SunMoon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FrameData } from '#app/shell/frame-data.ts';
import { HealthIcon } from '#app/shell/health-icon.tsx';
import type { Translate } from '#app/shell/i18n.tsx';
import { navigationItems } from '#app/shell/navigation-items.ts';
import { applyTheme, shownTheme } from '#app/shell/theme.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import type { SuggestAnswer } from './suggest.ts';

/** One choice: leads somewhere, or does something. */
export type PaletteRow = {
  id: string;
  icon: ReactNode;
  text: string;
  detail?: string;
  to?: string;
  run?: () => void;
};

export type PaletteGroup = { title: string; rows: PaletteRow[] };

/** Pages and actions of the house whose name holds the words typed. */
export function placeGroups(t: Translate, frame: FrameData, query: string): PaletteGroup[] {
  const wanted = query.toLocaleLowerCase();
  const fits = (row: PaletteRow) => row.text.toLocaleLowerCase().includes(wanted);
  const pages: PaletteRow[] = navigationItems(frame.abilities).map(({ to, label, icon: Icon }) => {
    return { id: `page-${to}`, icon: <Icon aria-hidden="true" />, text: t(label), to };
  });
  pages.push({ id: 'page-owed', icon: <ListTodo aria-hidden="true" />, text: t('shell.owed'), to: '/owed' });
  const dark = shownTheme() === 'dark';
  const post = {
    id: 'do-post',
    icon: <PenLine aria-hidden="true" />,
    text: t('shell.newPost'),
    to: '/?compose',
  };
  const actions: PaletteRow[] = [
    ...(frame.abilities.write ? [post] : []),
    {
      id: 'do-theme',
      icon: <SunMoon aria-hidden="true" />,
      text: t(dark ? 'shell.switchToLight' : 'shell.switchToDark'),
      run: () => applyTheme(dark ? 'light' : 'dark'),
    },
  ];
  return [
    { title: t('shell.palettePages'), rows: pages.filter(fits) },
    { title: t('shell.paletteActions'), rows: actions.filter(fits) },
  ].filter((group) => group.rows.length > 0);
}

/** What the search found, people first, and the way to all results. */
export function hitGroups(t: Translate, answer: SuggestAnswer): PaletteGroup[] {
  return [
    {
      title: t('shell.palettePeople'),
      rows: answer.people.map((person) => ({
        id: `person-${person.personId}`,
        icon: <Avatar name={person.name} personId={person.personId} photoUrl={person.photoUrl} size="sm" />,
        text: person.name,
        detail: person.detail,
        to: `/people/${person.handle}`,
      })),
    },
    {
      title: t('shell.paletteProjects'),
      rows: answer.projects.map((project) => ({
        id: `project-${project.slug}`,
        icon: <HealthIcon health={project.health} />,
        text: project.name,
        detail: project.detail,
        to: `/projects/${project.slug}`,
      })),
    },
    {
      title: t('shell.paletteNotices'),
      rows: answer.notices.map((notice) => ({
        id: `notice-${notice.id}`,
        icon: <ScrollText aria-hidden="true" />,
        text: notice.title,
        detail: notice.detail,
        to: `/notices/${notice.id}`,
      })),
    },
    {
      title: t('shell.paletteQuestions'),
      rows: answer.questions.map((question) => ({
        id: `question-${question.id}`,
        icon: <CircleHelp aria-hidden="true" />,
        text: question.title,
        detail: question.detail,
        to: question.to,
      })),
    },
    {
      title: t('shell.palettePosts'),
      rows: answer.posts.map((post) => ({
        id: `post-${post.id}`,
        icon: <FileText aria-hidden="true" />,
        text: post.title,
        detail: post.detail,
        to: post.to,
      })),
    },
  ].filter((group) => group.rows.length > 0);
}

export function allResultsRow(t: Translate, query: string): PaletteRow {
  return {
    id: 'all-results',
    icon: <Search aria-hidden="true" />,
    text: t('shell.paletteAll', { query }),
    to: `/search?q=${encodeURIComponent(query)}`,
  };
}
