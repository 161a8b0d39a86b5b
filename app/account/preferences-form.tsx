import { Form } from '@remix-run/react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { FormRefusal } from './form-refusal.tsx';
import type { Refusal } from './refusal.ts';

type Preferences = {
  language: 'en' | 'de';
  tone: 'du' | 'sie' | null;
  timeZone: string | null;
  site: { name: string; timeZone: string } | null;
};
type PreferencesFormProps = {
  preferences: Preferences;
  timeZones: string[];
  refusal: Refusal | undefined;
};

/** My language, German tone and time zone. The page loads anew: every word on it may change. */
export function PreferencesForm({ preferences, timeZones, refusal }: PreferencesFormProps) {
  const t = useT();
  const errorOf = useFieldError(refusal?.errors);
  const { language, tone, timeZone, site } = preferences;
  return (
    <Form method="post" reloadDocument className="flex flex-col gap-4">
      <FormRefusal refusal={refusal} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('shell.language')} error={errorOf('language')}>
          <Select id="language-select" name="language" defaultValue={language}>
            <option value="de" lang="de">
              Deutsch
            </option>
            <option value="en" lang="en">
              English
            </option>
          </Select>
        </Field>
        <Field label={t('account.tone')} error={errorOf('tone')}>
          <Select id="tone" name="tone" defaultValue={tone ?? 'company'}>
            <option value="company">{t('account.toneCompany')}</option>
            <option value="du">{t('account.toneDu')}</option>
            <option value="sie">{t('account.toneSie')}</option>
          </Select>
        </Field>
      </div>
      <Field label={t('account.timeZone')} hint={t('account.timeZoneHint')} error={errorOf('timeZone')}>
        <Select id="timeZone" name="timeZone" defaultValue={timeZone ?? 'site'}>
          <option value="site">
            {site
              ? t('account.timeZoneOfSite', { site: site.name, zone: zoneName(site.timeZone) })
              : t('account.timeZoneOfCompany')}
          </option>
          {timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {zoneName(zone)}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button type="submit" name="intent" value="preferences" look="primary">
          {t('common.save')}
        </Button>
      </div>
    </Form>
  );
}

/** "America/Argentina/Buenos_Aires" reads better without its underscores. */
function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}
