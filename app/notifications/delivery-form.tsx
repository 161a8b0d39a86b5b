import { Form } from '@remix-run/react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { DIGEST_WAYS, MAIL_WAYS } from '#server/domain/notifications/mail/mail-ways.schema.ts';
import type { MailWay, NotificationKind } from '#server/platform/database/schema.ts';
import { KIND_LABELS } from './kind-label.ts';

type KindChoice = { kind: NotificationKind; inApp: boolean; mail: MailWay; push: boolean; locked: boolean };
export type DeliveryChoices = {
  kinds: KindChoice[];
  feedDigest: MailWay;
  withWords: boolean;
  outsideHours: boolean;
  quietFrom: number | null;
  quietTo: number | null;
  hasMail: boolean;
};
type DeliveryFormProps = {
  delivery: DeliveryChoices;
  /** Somebody has a device that takes push. */
  asksPush?: boolean;
  errors?: Record<string, string[]> | undefined;
  values?: Record<string, string> | undefined;
};

/** What I am told, which way, and when. A plain form. */
export function DeliveryForm({ delivery: stored, asksPush = false, errors, values }: DeliveryFormProps) {
  const t = useT();
  const delivery = values ? asTyped(stored, values) : stored;
  const { kinds, hasMail } = delivery;
  return (
    <Form method="post" className="flex flex-col gap-6">
      {!hasMail && <Notice>{t('notifications.noMail')}</Notice>}
      {asksPush && <input type="hidden" name="asks_push" value="yes" />}
      <div>
        <ul className="divide-y divide-line border-y border-line">
          {kinds.map((choice) => (
            <KindRow key={choice.kind} choice={choice} hasMail={hasMail} asksPush={asksPush} />
          ))}
          {hasMail && (
            <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <label htmlFor="feedDigest" className="min-w-52 flex-1">
                {t('notifications.feedDigest')}
              </label>
              <WaySelect
                id="feedDigest"
                name="feedDigest"
                ways={DIGEST_WAYS}
                defaultValue={delivery.feedDigest}
              />
            </li>
          )}
        </ul>
        <p className="mt-2 text-meta text-muted">
          {t('notifications.inAppHint')} {hasMail && t('notifications.feedDigestHint')}
        </p>
      </div>
      {hasMail && (
        <Checkbox
          name="withWords"
          defaultChecked={delivery.withWords}
          label={t('notifications.withWords')}
          hint={t('notifications.withWordsHint')}
        />
      )}
      {hasMail && <Times delivery={delivery} errors={errors} values={values} />}
      <div>
        <Button type="submit" name="intent" value="delivery" look="primary">
          {t('common.save')}
        </Button>
      </div>
    </Form>
  );
}

function KindRow({
  choice: { kind, inApp, mail, push, locked },
  hasMail,
  asksPush,
}: {
  choice: KindChoice;
  hasMail: boolean;
  asksPush: boolean;
}) {
  const t = useT();
  const label = t(KIND_LABELS[kind]);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <input type="hidden" name="shown" value={kind} />
      <span className="min-w-52 flex-1">{label}</span>
      <span className="w-36 text-meta">
        {locked ? (
          <span className="text-muted">{t('notifications.alwaysInApp')}</span>
        ) : (
          <Checkbox
            name="in_app"
            value={kind}
            defaultChecked={inApp}
            aria-label={t('notifications.inAppOf', { kind: label })}
            label={t('notifications.inApp')}
          />
        )}
      </span>
      {asksPush && (
        <Checkbox
          name="push"
          value={kind}
          defaultChecked={push}
          aria-label={t('notifications.pushOf', { kind: label })}
          label={t('notifications.push')}
          className="text-meta"
        />
      )}
      {hasMail && (
        <WaySelect
          name={`mail_${kind}`}
          aria-label={t('notifications.mailOf', { kind: label })}
          ways={MAIL_WAYS}
          defaultValue={mail}
        />
      )}
    </li>
  );
}

type WaySelectProps = {
  id?: string;
  name: string;
  ways: readonly MailWay[];
  defaultValue: MailWay;
  'aria-label'?: string;
};

function WaySelect({ ways, ...rest }: WaySelectProps) {
  const t = useT();
  return (
    <Select {...rest} controlSize="sm" className="w-full sm:w-52">
      {ways.map((way) => (
        <option key={way} value={way}>
          {t(WAY_LABELS[way])}
        </option>
      ))}
    </Select>
  );
}

const WAY_LABELS = {
  instant: 'notifications.wayInstant',
  daily: 'notifications.wayDaily',
  weekly: 'notifications.wayWeekly',
  off: 'notifications.wayOff',
} as const;

function Times({ delivery, errors, values }: DeliveryFormProps) {
  const t = useT();
  const errorOf = useFieldError(errors);
  const { outsideHours, quietFrom, quietTo } = delivery;
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="font-semibold">{t('notifications.timesTitle')}</legend>
      <p className="text-meta text-muted text-pretty">{t('notifications.timesText')}</p>
      <Checkbox name="outsideHours" defaultChecked={outsideHours} label={t('notifications.outsideHours')} />
      <div className="grid max-w-96 grid-cols-2 gap-4">
        <Field label={t('notifications.quietFrom')} error={errorOf('quietFrom')}>
          <TextInput
            id="quietFrom"
            name="quietFrom"
            type="time"
            defaultValue={values?.quietFrom ?? toTime(quietFrom)}
          />
        </Field>
        <Field label={t('notifications.quietTo')} error={errorOf('quietTo')}>
          <TextInput
            id="quietTo"
            name="quietTo"
            type="time"
            defaultValue={values?.quietTo ?? toTime(quietTo)}
          />
        </Field>
      </div>
      <p className="-mt-2 text-meta text-muted">{t('notifications.quietHint')}</p>
    </fieldset>
  );
}

/** What was chosen in a form that was refused, so that nobody has to choose it again. */
function asTyped(stored: DeliveryChoices, values: Record<string, string>): DeliveryChoices {
  const inApp = (values.in_app ?? '').split(',');
  const push = (values.push ?? '').split(',');
  return {
    ...stored,
    kinds: stored.kinds.map((choice) => ({
      ...choice,
      inApp: inApp.includes(choice.kind),
      push: push.includes(choice.kind),
      mail: (values[`mail_${choice.kind}`] as MailWay | undefined) ?? choice.mail,
    })),
    feedDigest: (values.feedDigest as MailWay | undefined) ?? stored.feedDigest,
    withWords: values.withWords === 'on',
    outsideHours: values.outsideHours === 'on',
  };
}

/** Minutes after midnight as a time input holds them: 1320 → 22:00. */
function toTime(minutes: number | null): string {
  if (minutes === null) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
