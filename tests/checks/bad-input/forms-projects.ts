import type { Form } from './forms.ts';
import type { House } from './house.ts';

const EDIT = 'projects/edit-project.route.tsx';
const CHART = 'organisation/editing/edit.route.ts';

/** The forms of projects, their statuses and of charts. */
export function projectForms(house: House): Form[] {
  const { ids, people } = house;
  const as = 'author';
  const params = { slug: ids.slug };
  const onStatus = { slug: ids.slug, id: ids.statusId };
  const status = 'projects/status.route.tsx';
  return [
    ...sheets(house),
    ...edits(house),
    {
      file: 'projects/new-project.route.tsx',
      intent: '',
      as: 'admin',
      fields: {
        ...{ name: 'Words', descriptionEn: 'Words', descriptionDe: 'Worte', visibility: 'open' },
        ...{ lead: `@${people.author.handle}`, deputy: '', sponsor: '', cadence: 'weekly' },
      },
    },
    {
      file: 'projects/new-status.route.tsx',
      intent: '',
      as,
      params,
      fields: () => ({
        ...{ health: 'on_track', text: 'Words', blockers: 'Words', helpWanted: 'Words', slipReason: 'Words' },
        ...{ otherText: 'Worte', otherBlockers: 'Worte', otherHelpWanted: 'Worte', otherSlipReason: 'Worte' },
      }),
    },
    { file: status, intent: 'ask', as: 'colleague', params: onStatus, fields: { text: 'Words' } },
    ...(['answer', 'decline'] as const).map((intent) => ({
      ...({ file: status, intent, as, params: onStatus } as const),
      fields: { text: 'Words', questionId: ids.questionId },
      before: () =>
        house.world.db.question.update({
          where: { entryId: ids.questionId },
          data: { state: 'open', answerId: null },
        }),
    })),
    {
      file: 'projects/portfolio.route.tsx',
      intent: '',
      as,
      fields: { name: 'Words', query: 'health=at_risk' },
      before: () => house.world.db.portfolioView.deleteMany(),
    },
    {
      file: 'must-read/confirmations.route.tsx',
      intent: '',
      as,
      params: { id: ids.mustReadId },
      fields: { person: `@${people.colleague.handle}` },
    },
  ];
}

/** Each sheet of the page where a project is edited. */
function sheets({ ids, people }: House): Form[] {
  const edit = (intent: string, fields: Form['fields']): Form => ({
    ...{ file: EDIT, intent, as: 'author', params: { slug: ids.slug }, fields },
  });
  const { milestoneId } = ids;
  const names = { nameEn: 'Words', nameDe: 'Worte' };
  const member = people.judge;
  return [
    edit('basics', {
      name: 'Words',
      descriptionEn: 'Words',
      descriptionDe: 'Worte',
      unitId: '',
      visibility: 'open',
    }),
    edit('add-member', { person: `@${member.handle}`, title: 'Words' }),
    edit('remove-member', { personId: member.personId }),
    edit('hand-over', { role: 'sponsor', person: `@${member.handle}` }),
    edit('milestone', { ...names, targetOn: '2030-01-01' }),
    edit('milestone-rename', { ...names, milestoneId }),
    edit('milestone-move', { milestoneId, targetOn: '2030-02-01', reason: 'Words' }),
    edit('parent', { parent: '' }),
    edit('cadence', { cadence: 'weekly', cadenceWeekday: '5', cadenceHour: '12' }),
    edit('lifecycle', { lifecycle: 'active' }),
  ];
}

/** Each kind of change to a chart. */
function edits({ ids, people, version }: House): Form[] {
  const { chartId, positionId } = ids;
  const change = (kind: string, fields: () => Promise<Record<string, string>>): Form => ({
    ...{ file: CHART, intent: 'preview', kind, as: 'admin' },
    fields: async () => ({ chartId, edit: kind, ...(await fields()) }),
  });
  const seat = async () => ({ positionId, version: await version() });
  const onPage: typeof change = (kind, fields) => ({
    ...change(kind, fields),
    file: 'organisation/editing/seat.route.tsx',
    query: { chart: chartId, position: positionId },
  });
  return [
    change('add', async () => ({ title: 'Words' })),
    change('change', async () => ({ ...(await seat()), title: 'Words' })),
    change('fill', async () => ({ ...(await seat()), personId: people.colleague.personId, share: '50' })),
    change('end', seat),
    {
      ...change('add', async () => ({ title: 'Words' })),
      intent: 'apply',
    },
    onPage('add', async () => ({ title: 'Words' })),
    onPage('move', async () => ({ ...(await seat()), managerIdText: '' })),
    onPage('fill', async () => ({ ...(await seat()), personIdText: 'Jonas Böttger', share: '50' })),
    { ...onPage('add', async () => ({ title: 'Words' })), intent: 'apply' },
  ];
}
