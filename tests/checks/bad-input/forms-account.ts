import type { Form } from './forms.ts';
import type { House } from './house.ts';

const SETTINGS = 'account/settings.route.tsx';
const ACCOUNT = 'admin/account.route.tsx';
const PROFILE = 'people/edit-profile.route.tsx';

/** The forms of profiles, settings and accounts. */
export function accountForms({ ids, people, world }: House): Form[] {
  const profile = (intent: string, fields: Form['fields']): Form => ({
    ...{ file: PROFILE, intent, as: 'author', params: { handle: people.author.handle }, fields },
  });
  const account = (intent: string, fields: Form['fields']): Form => ({
    ...{ file: ACCOUNT, intent, as: 'admin', params: { handle: people.council.handle }, fields },
  });
  const settings = (intent: string, fields: Form['fields']): Form => ({
    ...{ file: SETTINGS, intent, as: 'author', fields },
  });
  const definition = { labelEn: 'Words', labelDe: 'Worte', visibility: 'everyone', widest: 'everyone' };
  const fieldsForm = (intent: string, fields: Record<string, string>): Form => ({
    ...{ file: 'admin/fields/fields.route.tsx', intent, as: 'admin', fields: { ...definition, ...fields } },
    // There is room for so many, each with a name of its own.
    before: () => world.db.companyField.deleteMany({ where: { slug: { not: ids.fieldSlug } } }),
  });
  return [
    fieldsForm('add', { kind: 'line', selfEdited: 'on' }),
    fieldsForm('change', { slug: ids.fieldSlug }),
    { ...profile('fill', { [`fill.${ids.fieldSlug}`]: 'Words' }), as: 'admin' },
    profile('profile', {
      ...{ email: '', phone: '', mobile: '', room: 'Words', skills: 'Words', languages: 'Words' },
      ...{ ask_about: 'Words', 'custom.badge': 'Words', 'custom.badgeVisibility': 'everyone' },
    }),
    {
      ...profile('absence', { from: '2030-01-01', until: '2030-02-01', deputy: '' }),
      before: () => world.db.absence.deleteMany(),
    },
    profile('hours', { workday: ['1', '2'], start: '08:00', end: '17:00' }),
    settings('preferences', { language: 'en', tone: 'company', timeZone: 'site' }),
    settings('delivery', { shown: 'question', in_app: 'question', quietFrom: '', quietTo: '' }),
    {
      file: 'admin/new-person.route.tsx',
      intent: '',
      as: 'admin',
      fields: () => ({
        ...{ givenName: 'Words', familyName: 'Words', siteId: '', email: '', by: 'slip' },
        personnelNumber: `${Math.random()}`,
      }),
    },
    account('account', { email: 'p@test.example', role: 'employee' }),
    account('end', { endsOn: '' }),
    account('grant', { kind: 'post_to_everyone', where: 'company' }),
    {
      ...account('grant', { kind: 'deputy', where: 'person', whom: `@${people.judge.handle}` }),
      kind: 'to a person',
    },
    {
      ...account('suspend', { suspended: 'yes' }),
      before: () =>
        world.db.account.update({ where: { id: people.council.accountId }, data: { state: 'active' } }),
    },
    { ...account('invite', { email: 'p@test.example', by: 'slip' }), refuses: true },
    {
      ...settings('push-on', {
        endpoint: 'https://push.test/1',
        p256dh: 'B'.repeat(87),
        auth: 'A'.repeat(22),
      }),
      refuses: true,
      keepsItself: true,
    },
    { ...profile('photo', { consent: 'on' }), refuses: true },
    {
      ...settings('password', {
        current: 'Words',
        password: 'another long word',
        repeated: 'another long word',
      }),
      refuses: true,
      keepsItself: true,
    },
  ];
}
