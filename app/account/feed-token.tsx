import { Form } from '@remix-run/react';
import { languageTag } from '#app/messages/locale.ts';
import { Time, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type FeedTokenProps = {
  token: { since: string; usedOn: string | null } | null;
  /** The address with the token that was just made; it is shown this once. */
  made: string | undefined;
};

/** The address of my feed for a feed reader: made, made anew, ended. */
export function FeedToken({ token, made }: FeedTokenProps) {
  const t = useT();
  const day = new Intl.DateTimeFormat(languageTag(t.locale), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <div className="flex flex-col gap-4">
      {made && (
        <>
          <Notice tone="ok">{t('account.feedMade')}</Notice>
          <Field label={t('account.feedAddress')} hint={t('account.feedAddressHint')}>
            <TextInput
              readOnly
              dir="ltr"
              defaultValue={made}
              onFocus={(event) => event.currentTarget.select()}
            />
          </Field>
        </>
      )}
      {token && !made && (
        <p className="text-meta text-muted">
          {t.rich('account.feedSince', { when: <Time key="since" at={token.since} /> })}{' '}
          {token.usedOn
            ? t('account.feedUsed', { when: day.format(new Date(token.usedOn)) })
            : t('account.feedUnused')}
        </p>
      )}
      <Form method="post" className="flex flex-wrap gap-2" preventScrollReset>
        <Button type="submit" name="intent" value="feed-make">
          {t(token ? 'account.feedAnew' : 'account.feedMake')}
        </Button>
        {token && (
          <Button type="submit" name="intent" value="feed-revoke" look="quiet">
            {t('account.feedRevoke')}
          </Button>
        )}
      </Form>
    </div>
  );
}
