import { Form } from '@remix-run/react';
import { useState } from 'react';
import { SettingsSection } from '#app/account/settings-section.tsx';
import { ColleagueField } from '#app/conversation/colleague-field.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { Dotted, type MessageKey, useFormat, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { GRANT_NAMES, type GrantName } from './role-names.ts';

type Grant = {
  id: string;
  kind: string;
  scope: string;
  scopeName: string | null;
  until: string | null;
  byPosition: string | null;
};
type Choice = { scope: string; id: string; name: string };
type GrantsSectionProps = {
  grants: Grant[];
  choices: Choice[];
  scopesOf: Record<string, readonly string[]>;
  errors: FormErrors | undefined;
  /** What was typed, where a new right was refused. */
  values: Record<string, string> | undefined;
};

const SCOPE_NAMES: Record<string, MessageKey> = {
  site: 'admin.scopeSite',
  office: 'admin.scopeOffice',
  unit: 'admin.scopeUnit',
  chart: 'admin.scopeChart',
  project: 'admin.scopeProject',
  person: 'admin.scopePerson',
};

/** A deputy is named with the absence, not here. */
const GIVEN = (Object.keys(GRANT_NAMES) as GrantName[]).filter((kind) => kind !== 'deputy');
/** A person who is named in a field of their own. */
const ANYBODY = 'person:';

/** Rights beyond the role, each with what it is limited to; and a form for another one. */
export function GrantsSection({ grants, choices, scopesOf, errors, values }: GrantsSectionProps) {
  const t = useT();
  const format = useFormat();
  return (
    <SettingsSection id="rights" title={t('admin.rights')} text={t('admin.rightsText')}>
      {grants.length > 0 && (
        <ul className="mb-5 divide-y divide-line border-y border-line">
          {grants.map((grant) => (
            <li key={grant.id} className="flex items-center gap-3 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="font-medium">{t(GRANT_NAMES[grant.kind as GrantName])}</p>
                <p className="text-meta text-muted">
                  <Dotted
                    parts={[
                      grant.scopeName ?? t('admin.scopeCompany'),
                      grant.until && t('admin.until', { date: format.date(grant.until) }),
                      grant.byPosition && t('admin.byPosition', { title: grant.byPosition }),
                    ]}
                  />
                </p>
              </div>
              <Form method="post">
                <input type="hidden" name="grant" value={grant.id} />
                <Button type="submit" name="intent" value="revoke" size="sm">
                  {t('admin.revoke')}
                  <span className="sr-only">: {t(GRANT_NAMES[grant.kind as GrantName])}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <NewGrant key={grants.length} choices={choices} scopesOf={scopesOf} errors={errors} values={values} />
    </SettingsSection>
  );
}

function NewGrant({ choices, scopesOf, errors, values }: Omit<GrantsSectionProps, 'grants'>) {
  const t = useT();
  const errorOf = useFieldError(errors);
  const [kind, setKind] = useState<GrantName>(
    GIVEN.find((one) => one === values?.kind) ?? 'post_to_everyone',
  );
  const [where, setWhere] = useState(values?.where);
  const allowed = scopesOf[kind] ?? [];
  const groups = [...new Set(choices.map((choice) => choice.scope))].filter((scope) =>
    allowed.includes(scope),
  );
  const onlyAnybody = groups.length === 0 && allowed.includes('person');
  const asksWhom = where === ANYBODY || (where === undefined && onlyAnybody);
  return (
    <Form method="post" className="grid gap-4 sm:grid-cols-2">
      <Field label={t('admin.right')} error={errorOf('kind')} className="sm:col-span-2">
        <Select
          id="kind"
          name="kind"
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value as GrantName);
            setWhere(undefined);
          }}
        >
          {GIVEN.map((value) => (
            <option key={value} value={value}>
              {t(GRANT_NAMES[value])}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('admin.scope')} error={errorOf('scope') ?? errorOf('scopeId')}>
        <Select
          key={kind}
          id="scope"
          name="where"
          defaultValue={where}
          onChange={(event) => setWhere(event.currentTarget.value)}
        >
          {allowed.includes('company') && <option value="company">{t('admin.scopeCompany')}</option>}
          {groups.map((scope) => (
            <optgroup key={scope} label={t(SCOPE_NAMES[scope] ?? 'admin.scope')}>
              {choices
                .filter((choice) => choice.scope === scope)
                .map((choice) => (
                  <option key={choice.id} value={`${scope}:${choice.id}`}>
                    {choice.name}
                  </option>
                ))}
            </optgroup>
          ))}
          {allowed.includes('person') && <option value={ANYBODY}>{t('admin.scopePersonOther')}</option>}
        </Select>
      </Field>
      {asksWhom && (
        <ColleagueField
          name="whom"
          label={t('admin.whom')}
          placeholder={t('admin.whomPlaceholder')}
          required
          error={errorOf('whom')}
          before={values?.whom}
        />
      )}
      <Field label={t('admin.untilDay')} note={t('common.optional')} error={errorOf('until')}>
        <TextInput id="until" name="until" type="date" defaultValue={values?.until} />
      </Field>
      <div className="sm:col-span-2">
        <Button type="submit" name="intent" value="grant">
          {t('admin.giveRight')}
        </Button>
      </div>
    </Form>
  );
}
