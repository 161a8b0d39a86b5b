import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { Tab, Tabs } from '#app/ui/tabs.tsx';
import { sectionsFor } from './sections.ts';

export const meta = titled((t) => t('admin.title'));

// The frame alone: each section's own loader asks its service, which authorises.
export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { abilities } = await context.services.frame.frame(actor);
  return { abilities };
});

export { RouteError as ErrorBoundary } from '#app/shell/route-error.tsx';

/** What stands around every page of the administration. */
export default function Admin() {
  const t = useT();
  const { abilities } = useLoaderData<typeof loader>();
  const sections = sectionsFor(abilities);
  return (
    <>
      {sections.length > 1 && (
        <div className="border-b border-line print:hidden">
          <Tabs label={t('admin.title')} className="px-3 py-1.5 md:px-5">
            {sections.map(({ to, label, icon: Icon }) => (
              <Tab key={to} to={to}>
                <Icon aria-hidden="true" />
                {t(label)}
              </Tab>
            ))}
          </Tabs>
        </div>
      )}
      <Outlet />
    </>
  );
}
