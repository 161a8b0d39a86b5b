import { z } from 'zod';
import { type FormErrors, parseForm } from '#app/shell/forms/parse-form.ts';
import { MOST_SITES, setupSchema } from '#server/domain/setup/setup.schema.ts';

export type TypedSite = { name: string; timeZone: string; region: string };

/** What the page gets back: everything typed, but passwords. */
export type SetupAnswer = {
  errors: FormErrors;
  values: Record<string, string>;
  sites: TypedSite[];
  waitMinutes?: number;
};

/** More than any of its fields may hold: it is refused all the same, and not sent back whole. */
const LONGEST_SITE = 1_000;

/** The rows of sites, in order; rows left wholly empty after the first are not meant. */
export function typedSites(form: FormData): TypedSite[] {
  const zones = form.getAll('siteZone').map(String);
  const regions = form.getAll('siteRegion').map(String);
  return form
    .getAll('siteName')
    .slice(0, 2 * MOST_SITES)
    .map((name, index) => ({
      name: String(name).trim().slice(0, LONGEST_SITE),
      timeZone: (zones[index] ?? '').slice(0, LONGEST_SITE),
      region: (regions[index] ?? '').slice(0, LONGEST_SITE),
    }))
    .filter((site, index) => index === 0 || site.name !== '');
}

/** The wizard's form by its schema; faults of a site are named `sites.0.name`. */
export function readSetupForm(form: FormData) {
  const sites = typedSites(form);
  const withSites = z.preprocess((flat) => ({ ...(flat as object), sites }), setupSchema);
  return parseForm(withSites, form);
}
