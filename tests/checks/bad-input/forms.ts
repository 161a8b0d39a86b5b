import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Visitor } from '#server/domain/identity/visitor.ts';
import { buttons } from './buttons.ts';
import { accountForms } from './forms-account.ts';
import { doorForms } from './forms-door.ts';
import { projectForms } from './forms-projects.ts';
import { talkForms } from './forms-talk.ts';
import type { House } from './house.ts';

export type Fields = Record<string, string | string[]>;
export type Form = {
  /** The route whose action takes it. */
  file: string;
  /** What tells it apart from the others there; empty where the action does one thing. */
  intent: string;
  /** Which of several forms with that intent. */
  kind?: string;
  as: keyof House['people'] | null;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Who knocks, where that is counted. */
  visitor?: () => Partial<Visitor>;
  /** What somebody would send who means no harm, without the intent: it is taken. */
  fields: Fields | (() => Fields | Promise<Fields>);
  /** It is refused even where it means no harm: a code that nobody has, a house that is set up. */
  refuses?: true;
  /** Nothing is typed into it: what it names stands in the page. */
  button?: true;
  /** Nothing comes back: it stands in a dialog that stays open with all that was typed, or takes secrets alone. */
  keepsItself?: true;
  /** Makes it possible once more. */
  before?: () => Promise<unknown>;
};

/** Every form into which anything can be put, as somebody sends it who may. */
export function allForms(house: House): Form[] {
  return [
    ...talkForms(house),
    ...projectForms(house),
    ...accountForms(house),
    ...adminForms(house),
    ...doorForms(),
    ...buttons(house),
  ];
}

/** Forms that say nothing but what is to be done, with what the address names. */
export const SAY_NOTHING_ELSE = [
  'conversation/entry.route.ts: reopen follow unfollow mute save confirm delete undo',
  'feed/top.route.ts: put-on-top',
  'projects/project.route.tsx: follow unfollow',
  'statutory/notice.route.tsx: take-down',
  'people/edit-profile.route.tsx: remove-photo board-on board-off anniversaries-on anniversaries-off',
  'account/settings.route.tsx: feed-make feed-revoke everywhere',
  'admin/account.route.tsx: reset',
  'admin/import-run.route.tsx: suggest undo discard',
].flatMap((line) => {
  const [file, intents = ''] = line.split(': ');
  return intents.split(' ').map((intent) => `${file} ${intent}`);
});
/** Addresses that are one such button. */
export const ONE_BUTTON = ['notifications/notifications.route.tsx', 'account/sign-out.route.ts'];
/** A form that is a file: see files.test.ts. */
export const A_FILE = 'admin/import-list.route.tsx';

function adminForms({ ids }: House): Form[] {
  const { siteId } = ids;
  const as = 'admin';
  return [
    {
      file: 'admin/company.route.tsx',
      intent: '',
      as,
      fields: {
        companyName: 'Words',
        brandHue: '200',
        defaultLanguage: 'en',
        germanTone: 'du',
        'reaction[]': ['👍', '❤️', '🎉'],
      },
    },
    {
      file: 'admin/agreements.route.tsx',
      intent: '',
      as,
      fields: { siteId, feature: 'presence', enabled: 'on', agreement: 'Words', agreedOn: '2026-11-01' },
    },
    {
      file: 'admin/import-run.route.tsx',
      intent: 'columns',
      as,
      params: { id: ids.importId },
      fields: { source: 'hr', kind: 'people', 'column:given_name': 'given_name' },
    },
    {
      file: 'admin/import-run.route.tsx',
      intent: 'remedies',
      as,
      params: { id: ids.importId },
      fields: { 'remedy:unit:X': 'skip' },
    },
    {
      file: 'feed/feed-view.route.ts',
      intent: '',
      as,
      fields: { audience: EVERYONE_AUDIENCE_ID, order: 'latest', kind: 'post' },
    },
  ];
}
