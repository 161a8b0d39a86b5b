import { createAccount } from '#server/domain/identity/create-account.ts';
import { createOffice } from '#server/domain/identity/create-office.ts';
import { writeGrant } from '#server/domain/identity/grants/give-grant.ts';
import { hashPassword } from '#server/domain/identity/password.ts';
import { newFieldInput } from '#server/domain/people/fields/company-field.schema.ts';
import { absenceInput, profileInput } from '#server/domain/people/people.schema.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { Role } from '#server/platform/database/schema.ts';
import { UNITS } from './company/company.ts';
import { nameOf, type Staff } from './company/company.types.ts';
import { ABSENCES, GRANTS, OFFICES, PEOPLE_OPERATIONS, SIGN_INS } from './company/sign-ins.ts';
import { drawPortrait } from './draw-portraits.ts';
import { happens, named, type Story } from './story.ts';

function scopeIdOf(story: Story, scope: 'office' | 'site' | 'person', name: string): string {
  if (scope === 'person') return named(story.people, name).personId;
  return named(scope === 'office' ? story.offices : story.sites, name).id;
}

/** Offices, accounts, rights, profiles, photos, absences. */
export async function tellPeople(story: Story, tx: Tx, password: string): Promise<void> {
  for (const { key, ...office } of OFFICES) {
    story.offices.set(key, await createOffice(tx, story.parts, { slug: key, ...office }));
  }
  await tellAccounts(story, tx, password);
  for (const { who, kind, scope } of GRANTS) {
    const actor = named(story.people, who);
    const scopeId = scope ? scopeIdOf(story, ...scope) : null;
    const grant = { kind, scope: scope?.[0] ?? ('company' as const), scopeId };
    const validFrom = new Date(story.days.start.getTime() - 400 * 86_400_000);
    const { id } = await writeGrant(tx, story.parts, { ...grant, personId: actor.personId, validFrom });
    actor.grants.push({ id, ...grant });
  }
  const firstAid = await addFirstAid(story);
  for (const unit of UNITS) {
    for (const [index, one] of unit.staff.entries()) await tellProfile(story, one, unit.key, index, firstAid);
  }
  await tellPhotos(story);
  for (const { who, from, until, deputy } of ABSENCES) {
    const actor = named(story.people, who);
    const absence = absenceInput.parse({
      from: story.days.day(from),
      until: story.days.workday(until),
      deputy: deputy ? `@${named(story.people, deputy).handle}` : '',
    });
    await story.services.people.setAbsence(actor, actor.personId, absence);
  }
}

/** Some show a photo, uploaded as anybody would. */
async function tellPhotos(story: Story): Promise<void> {
  for (const [who, actor] of story.people) {
    const bytes = await drawPortrait(who);
    const upload = bytes && { name: 'portrait.png', bytes };
    if (upload) await story.services.files.setPhoto(actor, actor.personId, upload, { square: null });
  }
}

const LAST_VISIT_MINUTES = 300;

/** Those who sign in were here some hours ago: what is older they have read. */
export function tellLastVisits(story: Story): void {
  const at = story.days.minutesAgo(LAST_VISIT_MINUTES);
  happens(story, at, async () => {
    for (const { who } of SIGN_INS) await story.services.feed.markRead(named(story.people, who), at);
  });
}

/** The sign-ins share one password; everybody else with a desk can be invited, the halls by printed code. */
async function tellAccounts(story: Story, tx: Tx, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  const told = new Map(SIGN_INS.map((signIn) => [signIn.who, signIn]));
  const createdAt = new Date(story.days.start.getTime() - 200 * 86_400_000);
  for (const [who, actor] of story.people) {
    const signIn = told.get(who);
    const role: Role = signIn?.role ?? (PEOPLE_OPERATIONS.includes(who) ? 'people_operations' : actor.role);
    actor.role = role;
    const account = await createAccount(tx, story.parts, {
      personId: actor.personId,
      role,
      createdAt,
      ...(signIn && { email: signIn.email, passwordHash }),
    });
    actor.accountId = account.id;
  }
}

const WITHOUT_DESK = new Set([
  'halle-1',
  'halle-2',
  'halle-4',
  'giesserei',
  'grossmontage',
  'kleinantriebe',
  'canteen',
]);

/** The one field that this company added to its profiles. */
async function addFirstAid(story: Story): Promise<string> {
  const admin = named(story.people, 'Björn Ahlers');
  const field = newFieldInput.parse({
    ...{ labelEn: 'First aid', labelDe: 'Erste Hilfe', kind: 'line', selfEdited: 'on' },
    ...{ visibility: 'everyone', widest: 'everyone' },
  });
  return (await story.services.fields.add(admin, field)).slug;
}

async function tellProfile(
  story: Story,
  one: Staff,
  unit: string,
  index: number,
  firstAid: string,
): Promise<void> {
  const details = one[3] ?? {};
  if (details.leftDaysAgo) return;
  const actor = named(story.people, nameOf(one));
  const desk = !WITHOUT_DESK.has(unit) || index === 0;
  const extension = 2_000 + ((story.random() * 7_900) | 0);
  const prefix = { hamburg: '+49 40 5550', rostock: '+49 381 5551', schweinfurt: '+49 9721 5552' };
  const site = details.site ?? UNITS.find((candidate) => candidate.key === unit)?.site ?? 'hamburg';
  const fields = {
    ...(desk && { phone: details.phone ?? `${prefix[site]} ${extension}`, phoneVisibility: 'everyone' }),
    ...(details.room && { room: details.room }),
    ...(details.skills && { skills: details.skills.join('\n') }),
    ...(details.languages && { languages: details.languages.join('\n') }),
    ...(details.askAbout && { ask_about: details.askAbout.join('\n') }),
  };
  const { people } = story.services;
  if (details.joinedYearsAgo) await people.showAnniversaries(actor, actor.personId, true);
  if (Object.keys(fields).length === 0) return;
  const own = details.firstAid ? { [firstAid]: { value: details.firstAid } } : {};
  await people.saveProfile(actor, actor.personId, profileInput.parse(fields), own);
}
