import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useEffect } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { titled } from '#app/shell/meta.ts';
import { useRefresh } from '#app/shell/use-refresh.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { SetupFrame } from './setup-frame.tsx';

export const handle = { bare: true };
export const meta = titled((t) => t('setup.sampleTitle'));

export const loader = withErrors(async ({ context }: LoaderFunctionArgs) => {
  const { setup } = context.services;
  const state = setup.sampleState();
  if (state === 'none' || state === 'failed') throw redirect('/setup');
  return { loading: state === 'loading' };
});

/** The sample company being filled in, and then: who to be in it. */
export default function Sample() {
  const t = useT();
  const { loading } = useLoaderData<typeof loader>();
  const refresh = useRefresh();
  useEffect(() => {
    if (!loading) return;
    const timer = setInterval(refresh, 1500);
    return () => clearInterval(timer);
  }, [loading, refresh]);
  if (loading) {
    return (
      <SetupFrame title={t('setup.sampleTitle')} intro={t('setup.sampleLoading')}>
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
        <div
          role="progressbar"
          aria-label={t('setup.sampleLoading')}
          className="relative h-1.5 overflow-hidden rounded-full bg-brand-soft"
        >
          <div className="h-full w-1/3 animate-pending rounded-full bg-brand" />
        </div>
      </SetupFrame>
    );
  }
  return (
    <SetupFrame title={t('setup.sampleReady')} intro={t('setup.sampleReadyText')}>
      <Card className="md:p-6">
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
          {SIGN_INS.map(({ name, who }) => (
            <div key={name} className="contents">
              <dt className="font-mono text-meta">{name}</dt>
              <dd className="mb-2 text-meta text-muted sm:mb-0">{t(who)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-5">
          {t.rich('setup.samplePassword', {
            password: (
              <code className="rounded bg-sunk px-1.5 py-0.5 font-mono text-meta">flurfunk-demo</code>
            ),
          })}
        </p>
      </Card>
      <p className="mt-6">
        <Link to="/sign-in" className={buttonStyle({ look: 'primary', size: 'lg' })}>
          {t('shell.signIn')}
        </Link>
      </p>
    </SetupFrame>
  );
}

const SIGN_INS = [
  { name: 'employee@demo.test', who: 'setup.sampleEmployee' },
  { name: 'lead@demo.test', who: 'setup.sampleLead' },
  { name: 'admin@demo.test', who: 'setup.sampleAdmin' },
  { name: 'reader@demo.test', who: 'setup.sampleReader' },
  { name: 'betriebsrat@demo.test', who: 'setup.sampleCouncil' },
  { name: '40117', who: 'setup.sampleNumber' },
] as const;
