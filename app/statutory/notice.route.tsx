import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Printer } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { PersonLink } from '#app/shell/person.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { NoticeState } from './notice-state.tsx';

export const meta = titled<{ notice: { title: string } }>((_t, { notice }) => notice.title);

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) =>
  context.services.statutory.notice(requireActor(context, request), params.id ?? ''),
);

/** Takes it down. */
export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  await context.services.statutory.takeDown(actor, params.id ?? '');
  return redirect(`/notices/${params.id}`);
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

/** One notice, as it is printed: what hangs where and until when, and who hung it up. */
export default function Notice() {
  const t = useT();
  const { notice, mayHang } = useLoaderData<typeof loader>();
  const hangs = notice.state === 'current' || notice.state === 'upcoming';
  return (
    <Page>
      <BackLink to="/notices" className="mx-4 mb-3 md:mx-0">
        {t('statutory.title')}
      </BackLink>
      <Card edgeToEdge className="print:border-0">
        <article aria-labelledby="notice-title">
          <h1 id="notice-title" className="text-title font-semibold" dir="auto" lang={notice.language}>
            {notice.title}
          </h1>
          <NoticeState notice={notice} />
          <div
            lang={notice.language}
            dir="auto"
            className="prose-body mt-4"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and escaped by the server (conversation/render-body.ts)
            dangerouslySetInnerHTML={{ __html: notice.html }}
          />
          <p className="mt-4 text-meta text-muted">
            {t.rich('statutory.hungBy', { name: <PersonLink key="by" person={notice.by} /> })}
          </p>
        </article>
        <div className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4 print:hidden">
          <Button onClick={() => window.print()}>
            <Printer aria-hidden="true" />
            {t('statutory.print')}
          </Button>
          {mayHang && hangs && (
            <Form method="post" className="ms-auto">
              <Button type="submit" name="intent" value="take-down" look="quiet">
                {t('statutory.takeDown')}
              </Button>
            </Form>
          )}
        </div>
        <p className="mt-3 text-meta text-muted print:hidden">{t('statutory.untracked')}</p>
      </Card>
    </Page>
  );
}
