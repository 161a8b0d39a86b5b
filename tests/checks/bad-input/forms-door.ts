import type { Form } from './forms.ts';

/** The forms that a visitor meets: the doors, and the wizard of an empty house, which this one is no longer. */
export function doorForms(): Form[] {
  let guests = 0;
  // Whoever knocks too often has to wait: each time somebody else.
  const visitor = () => ({ address: `192.0.${guests >> 8}.${guests++ & 255}` });
  const door = (file: string, fields: Form['fields'], intent = ''): Form => ({
    ...{ file, intent, as: null, visitor, fields },
  });
  const password = { password: 'a sweep through the house', repeated: 'a sweep through the house' };
  const site = { siteName: 'Words', siteZone: 'Europe/Berlin', siteRegion: '' };
  return [
    { ...door('account/sign-in.route.tsx', { name: 'Words', password: 'Words', to: '/' }), refuses: true },
    door('account/reset.route.tsx', { name: 'Words' }),
    {
      ...door('account/reset.route.tsx', password),
      params: { code: 'ABCD-EFGH' },
      refuses: true,
      keepsItself: true,
    },
    {
      ...door('account/invitation.route.tsx', password),
      params: { code: 'ABCD-EFGH' },
      refuses: true,
      keepsItself: true,
    },
    door('account/invitation.route.tsx', { code: 'Words' }),
    door('account/language.route.ts', { language: 'en', to: '/' }),
    door('shell/theme.route.ts', { theme: 'dark', to: '/' }),
    {
      ...door('notifications/unsubscribe.route.tsx', { mails: 'all' }),
      params: { token: 'Words' },
      refuses: true,
    },
    door(
      'setup/setup.route.tsx',
      { setupCode: 'Words', ...site, companyName: 'Words', email: 'Words' },
      'add-site',
    ),
    { ...door('setup/setup.route.tsx', { setupCode: 'Words' }, 'sample'), refuses: true },
    {
      ...door('setup/setup.route.tsx', {
        ...{ ...site, companyName: 'Words', brandHue: '200', defaultLanguage: 'en', germanTone: 'du' },
        ...{ givenName: 'Words', familyName: 'Words', email: 'a@test.example', ...password },
      }),
      refuses: true,
    },
  ];
}
