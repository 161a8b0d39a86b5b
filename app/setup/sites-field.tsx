import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { TypedSite } from './read-setup-form.ts';
import { REGION_NAMES } from './regions.ts';

const EMPTY: TypedSite = { name: '', timeZone: '', region: '' };
const DEFAULT_ZONE = 'Europe/Berlin';

type SitesFieldProps = {
  sites: TypedSite[];
  timeZones: string[];
  errorOf: (field: string) => string | undefined;
};

/** One row a site. "Add" works without JavaScript too: the server sends the form back with one row more. */
export function SitesField({ sites, timeZones, errorOf }: SitesFieldProps) {
  const t = useT();
  const [rows, setRows] = useState(() =>
    (sites.length > 0 ? sites : [EMPTY]).map((site, key) => ({ ...site, key })),
  );
  const add = (event: React.MouseEvent) => {
    event.preventDefault();
    setRows([...rows, { ...EMPTY, key: Math.max(...rows.map((row) => row.key)) + 1 }]);
  };
  return (
    <>
      {rows.map((row, index) => (
        <fieldset key={row.key} className="relative rounded-lg border border-line p-4">
          <legend className="sr-only">{t('setup.siteNumber', { number: index + 1 })}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label={t('setup.siteName')}
              error={errorOf(`sites.${index}.name`)}
              className="sm:col-span-2"
            >
              <TextInput
                id={`sites.${index}.name`}
                name="siteName"
                required={index === 0}
                maxLength={80}
                placeholder={t('setup.siteExample')}
                defaultValue={row.name}
              />
            </Field>
            <Field label={t('setup.siteRegion')} error={errorOf(`sites.${index}.region`)}>
              <Select id={`sites.${index}.region`} name="siteRegion" defaultValue={row.region}>
                <option value="">{t('setup.regionNone')}</option>
                {REGION_NAMES.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {t(name)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t('account.timeZone')} error={errorOf(`sites.${index}.timeZone`)}>
              <Select
                id={`sites.${index}.timeZone`}
                name="siteZone"
                defaultValue={row.timeZone || DEFAULT_ZONE}
              >
                {timeZones.map((zone) => (
                  <option key={zone} value={zone}>
                    {zone.replaceAll('_', ' ')}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          {index > 0 && (
            <span className="absolute end-1.5 top-1.5">
              <IconButton
                label={t('setup.removeSite', { number: index + 1 })}
                onClick={() => setRows(rows.filter((other) => other.key !== row.key))}
              >
                <X aria-hidden="true" />
              </IconButton>
            </span>
          )}
        </fieldset>
      ))}
      <div>
        <Button type="submit" name="intent" value="add-site" formNoValidate onClick={add}>
          <Plus aria-hidden="true" />
          {t('setup.addSite')}
        </Button>
      </div>
    </>
  );
}
