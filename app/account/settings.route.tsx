import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useEffect } from 'react';
import { DeliveryForm } from '#app/notifications/delivery-form.tsx';
import { PushDevices } from '#app/notifications/push-devices.tsx';
import { parseForm, typedText } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { type FlurfunkContext, requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { ThemeChoice } from '#app/shell/theme-switch.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { changePasswordSchema, preferencesSchema } from '#server/domain/identity/identity.schema.ts';
import { deliverySchema } from '#server/domain/notifications/delivery.schema.ts';
import { FeedToken } from './feed-token.tsx';
import { PasswordForm } from './password-form.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { type Refusal, refused } from './refusal.ts';
import { SessionList } from './session-list.tsx';
import { SettingsSection } from './settings-section.tsx';

export const meta = titled((t) => t('account.settingsTitle'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { identity, notifications } = context.services;
  const [sessions, preferences, delivery, push, feedToken] = await Promise.all([
    identity.mySessions(actor),
    identity.myPreferences(actor),
    notifications.myDelivery(actor),
    notifications.pushState(actor),
    identity.feedToken(actor),
  ]);
  return {
    sessions,
    preferences,
    delivery,
    push,
    feedToken,
    handle: actor.handle,
    terminal: actor.terminal,
    timeZones: Intl.supportedValuesOf('timeZone'),
    done: new URL(request.url).searchParams.get('done'),
  };
});

type Section = 'preferences' | 'delivery' | 'push' | 'feed' | 'password' | 'sessions';
type Answer = Refusal & { section: Section; feedAddress?: string };

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const { identity, notifications } = context.services;
  switch (form.get('intent')) {
    case 'preferences': {
      const parsed = parseForm(preferencesSchema, form);
      if (!parsed.ok) return data({ section: 'preferences', ...parsed }, { status: 400 });
      await identity.updatePreferences(actor, parsed.value);
      context.session.rememberLanguage(parsed.value.language);
      return redirectDocument('/settings?done=saved', 303);
    }
    case 'delivery': {
      const parsed = parseForm(deliverySchema, form);
      if (!parsed.ok) {
        const lists = { in_app: typedText(form, 'in_app'), push: typedText(form, 'push') };
        const values = { ...parsed.values, ...lists };
        return data({ section: 'delivery', errors: parsed.errors, values }, { status: 400 });
      }
      await notifications.changeDelivery(actor, parsed.value);
      return redirect('/settings?done=delivery#notifications', 303);
    }
    case 'push-on':
      return turnPushOn(context, form);
    case 'push-off':
      await notifications.unsubscribePush(actor, String(form.get('device') ?? ''));
      return redirect('/settings?done=pushOff#notifications', 303);
    case 'feed-make': {
      // Shown in this answer and never again, so it stands in no address.
      const feedAddress = `${context.config.appUrl}/feed.atom?token=${await identity.makeFeedToken(actor)}`;
      return data({ section: 'feed', errors: {}, values: {}, feedAddress }, NOT_KEPT);
    }
    case 'feed-revoke':
      await identity.revokeFeedToken(actor);
      return redirect('/settings?done=feedRevoked#feed', 303);
    case 'password':
      return changePassword(context, form);
    case 'revoke':
      await identity.revokeSession(actor, String(form.get('session') ?? ''));
      return redirect('/settings?done=revoked#sessions', 303);
    case 'everywhere':
      await identity.signOutEverywhere(actor, true);
      return redirect('/settings?done=everywhere#sessions', 303);
    default:
      throw new Response(null, { status: 400 });
  }
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

async function turnPushOn(context: FlurfunkContext, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  const given = { endpoint: text('endpoint'), p256dh: text('p256dh'), auth: text('auth') };
  try {
    await context.services.notifications.subscribePush(requireActor(context), given);
  } catch (error) {
    const answer: Answer = { section: 'push', errors: fieldErrors(error), values: {} };
    return data(answer, { status: 400 });
  }
  return redirect('/settings?done=push#notifications', 303);
}

async function changePassword(context: FlurfunkContext, form: FormData) {
  const parsed = parseForm(changePasswordSchema, form);
  if (!parsed.ok) {
    const answer: Answer = { section: 'password', errors: parsed.errors, values: {} };
    return data(answer, { status: 400 });
  }
  try {
    await context.services.identity.changePassword(requireActor(context), parsed.value);
  } catch (error) {
    const refusal = refused(error);
    return data({ section: 'password', ...refusal.data }, refusal.init ?? {});
  }
  return redirect('/settings?done=password', 303);
}

const NOT_KEPT = { headers: { 'Cache-Control': 'no-store' } };

const DONE = {
  saved: 'account.preferencesSaved',
  delivery: 'notifications.deliverySaved',
  push: 'notifications.pushSaved',
  pushOff: 'notifications.pushOffSaved',
  feedRevoked: 'account.feedRevoked',
  password: 'account.passwordChanged',
  revoked: 'account.sessionEnded',
  everywhere: 'account.signedOutElsewhere',
} as const;

export default function Settings() {
  const t = useT();
  const { sessions, preferences, delivery, push, feedToken, handle, terminal, timeZones, done } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const toast = useToast();
  const key = done && done in DONE ? DONE[done as keyof typeof DONE] : null;
  useEffect(() => {
    if (key) toast({ text: t(key) });
  }, [key, t, toast]);
  const refusalOf = (section: Section) => (answer?.section === section ? answer : undefined);
  return (
    <Page title={t('account.settingsTitle')} intro={t('account.settingsIntro')}>
      <div className="flex flex-col gap-5">
        {terminal && <Notice>{t('account.onTerminal')}</Notice>}
        <SettingsSection id="language" title={t('account.languageTitle')} text={t('account.languageText')}>
          <PreferencesForm
            preferences={preferences}
            timeZones={timeZones}
            refusal={refusalOf('preferences')}
          />
        </SettingsSection>
        <SettingsSection id="appearance" title={t('shell.theme')} text={t('account.appearanceText')}>
          <div className="max-w-96">
            <ThemeChoice />
          </div>
        </SettingsSection>
        <SettingsSection
          id="notifications"
          title={t('notifications.deliveryTitle')}
          text={t('notifications.deliveryText')}
        >
          <PushDevices push={push} errors={refusalOf('push')?.errors} />
          <DeliveryForm delivery={delivery} asksPush={push.devices.length > 0} {...refusalOf('delivery')} />
        </SettingsSection>
        {!terminal && (
          <SettingsSection id="feed" title={t('account.feedTitle')} text={t('account.feedText')}>
            <FeedToken token={feedToken} made={refusalOf('feed')?.feedAddress} />
          </SettingsSection>
        )}
        <SettingsSection id="profile" title={t('account.profileTitle')} text={t('account.profileText')}>
          <dl className="mb-4 grid gap-x-6 gap-y-1 text-meta sm:grid-cols-[max-content_1fr]">
            {preferences.email && (
              <>
                <dt className="text-muted">{t('account.email')}</dt>
                <dd className="break-words">{preferences.email}</dd>
              </>
            )}
            {preferences.personnelNumber && (
              <>
                <dt className="text-muted">{t('account.personnelNumber')}</dt>
                <dd>{preferences.personnelNumber}</dd>
              </>
            )}
          </dl>
          <Link to={`/people/${handle}`} className={buttonStyle()}>
            {t('account.openProfile')}
          </Link>
        </SettingsSection>
        <SettingsSection id="password-change" title={t('account.password')} text={t('account.passwordText')}>
          <PasswordForm
            changedAt={preferences.passwordChangedAt}
            signInName={preferences.email ?? preferences.personnelNumber}
            refusal={refusalOf('password')}
          />
        </SettingsSection>
        <SettingsSection id="sessions" title={t('account.sessionsTitle')} text={t('account.sessionsText')}>
          <SessionList sessions={sessions} />
        </SettingsSection>
      </div>
    </Page>
  );
}
