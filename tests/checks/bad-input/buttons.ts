import type { Form } from './forms.ts';
import type { House } from './house.ts';

/** Of each button that names something: whose it is, and by which field it names it. */
const BUTTONS: [file: string, as: keyof House['people'], field: string, intents: string][] = [
  ['conversation/entry.route.ts', 'colleague', 'option', 'vote'],
  [
    'pinboard/board-data.route.ts',
    'colleague',
    'entryId',
    'decline accept ask-again share unshare top hide show remove undoRemove let-forward keep-here',
  ],
  ['pinboard/board-data.route.ts', 'colleague', 'personId', 'block unblock'],
  ['pinboard/board-data.route.ts', 'colleague', 'commentId', 'accept-comment'],
  ['projects/project.route.tsx', 'author', 'milestoneId', 'milestone-done milestone-open'],
  ['projects/edit-project.route.tsx', 'author', 'milestoneId', 'milestone-remove'],
  ['projects/portfolio.route.tsx', 'author', 'id', 'remove'],
  ['people/edit-profile.route.tsx', 'author', 'absenceId', 'clear-absence'],
  ['people/edit-profile.route.tsx', 'author', 'personId', 'unblock'],
  ['files/upload.route.ts', 'author', 'id', 'remove'],
  ['feed/scheduled.route.tsx', 'author', 'entryId', 'cancel-scheduled undo-cancel'],
  ['account/settings.route.tsx', 'author', 'device', 'push-off'],
  ['account/settings.route.tsx', 'author', 'session', 'revoke'],
  ['organisation/editing/edit.route.ts', 'admin', 'editId', 'undo'],
  ['organisation/editing/seat.route.tsx', 'admin', 'editId', 'undo'],
  ['organisation/live/renew.route.ts', 'author', 'chart', ''],
  ['admin/fields/fields.route.tsx', 'admin', 'slug', 'up down retire bring-back'],
  ['admin/account.route.tsx', 'admin', 'grant', 'revoke'],
  ['admin/moderation.route.tsx', 'moderator', 'suspensionId', 'lift'],
  ['admin/import-run.route.tsx', 'admin', 'digest', 'apply'],
];

/** Buttons that name what they are about: what is not there is refused, whatever is sent for its name. */
export function buttons({ ids, people }: House): Form[] {
  const params = {
    entryId: ids.pollId,
    ownerId: people.colleague.personId,
    slug: ids.slug,
    handle: people.author.handle,
    id: ids.importId,
  };
  const nothing = '01900000-0000-7000-8000-0000000000ff';
  return BUTTONS.flatMap(([file, as, field, intents]) =>
    intents.split(' ').map((intent): Form => {
      const fields: Record<string, string> = { [field]: nothing };
      if (field === 'editId') fields.chartId = ids.chartId;
      return { file, intent, as, params, query: { chart: ids.chartId }, fields, button: true };
    }),
  );
}
