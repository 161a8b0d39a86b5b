import { createAudience } from '#server/domain/audience/create-audience.ts';
import type { Doer } from '#server/domain/identity/actor.ts';
import { assertMayEditOrganisation } from '#server/domain/organisation/organisation.policy.ts';
import { type CreateSite, createSiteSchema } from '#server/domain/organisation/organisation.schema.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { invalid } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { fold } from '#server/platform/text/fold.ts';
import { fillHolidays } from './fill-holidays.ts';

/**
 * Adds a site with its audience, its working calendar and the public holidays of its region for
 * the years around now.
 */
export async function createSite(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  doer: Doer,
  input: CreateSite,
): Promise<{ id: string; slug: string; audienceId: string; calendarId: string }> {
  assertMayEditOrganisation(doer);
  const site = parseInput(createSiteSchema, input);
  if (site.endMinute <= site.startMinute) throw invalid({ endMinute: ['organisation.endsBeforeItBegins'] });
  const slug = await freeSlug(tx, site.slug ?? slugOf(site.name));
  const audienceId = await createAudience(tx, parts, { kind: 'site', open: false });
  const calendarId = parts.ids.next();
  await tx.workingCalendar.create({
    data: {
      id: calendarId,
      name: site.name,
      workdays: site.workdays,
      startMinute: site.startMinute,
      endMinute: site.endMinute,
    },
  });
  const id = parts.ids.next();
  await tx.site.create({
    data: {
      id,
      slug,
      name: site.name,
      timeZone: site.timeZone,
      region: site.region,
      calendarId,
      audienceId,
      createdAt: parts.clock.now(),
    },
  });
  await fillHolidays(tx, parts, { calendarId, region: site.region });
  return { id, slug, audienceId, calendarId };
}

function slugOf(name: string): string {
  return (
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 50) || 'site'
  );
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const taken = await tx.site.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const slugs = new Set(taken.map((row) => row.slug));
  let slug = wanted;
  for (let n = 2; slugs.has(slug); n++) slug = `${wanted}-${n}`;
  return slug;
}
