import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Tab, Tabs } from '#app/ui/tabs.tsx';
import type { ProfileContext } from './profile-context.ts';
import { ProfileGlance } from './profile-glance.tsx';
import { ProfileHeader } from './profile-header.tsx';
import { ProfileRail } from './profile-rail.tsx';

type Named = { profile: { person: { name: string } } };
export const meta = titled<Named>((t, { profile }) => profile.person.name || t('common.nameWithheld'));

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { services } = context;
  const profile = await services.people.profile(actor, params.handle ?? '');
  const [sits, projects] = profile.former
    ? [null, []]
    : await Promise.all([
        services.organisation.miniChart(actor, profile.person.id),
        services.projects.projectsOfPerson(actor, profile.person.id),
      ]);
  return { profile, sits, projects, now: context.now().toISOString() };
});

export default function Profile() {
  const { profile, sits, projects, now } = useLoaderData<typeof loader>();
  const t = useT();
  const here = `/people/${profile.person.handle}`;
  return (
    <Page rail={<ProfileRail profile={profile} sits={sits} projects={projects} />}>
      <ProfileHeader profile={profile} now={now} />
      <ProfileGlance profile={profile} sits={sits} projects={projects} />
      {profile.former && <Notice className="mx-4 mt-4 md:mx-0">{t('people.formerNotice')}</Notice>}
      <Tabs label={t('people.views')} className="mt-4 mb-3 px-4 md:px-0">
        <Tab to={here} end preventScrollReset>
          {t('people.tabPinboard')}
        </Tab>
        <Tab to={`${here}/posts`} preventScrollReset>
          {t('people.tabPosts')}
        </Tab>
        <Tab to={`${here}/about`} preventScrollReset>
          {t('people.tabAbout')}
        </Tab>
      </Tabs>
      <Outlet context={{ profile, now } satisfies ProfileContext} />
    </Page>
  );
}
