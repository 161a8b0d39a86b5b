import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { absenceInput, profileInput } from './people.schema.ts';

let world: World;
let team: Team;
beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  team = await buildTeam(world);
  await world.services.people.saveProfile(
    team.mara,
    team.mara.personId,
    profileInput.parse({
      email: 'mara@hansa.example',
      emailVisibility: 'everyone',
      phone: '+49 40 123',
      phoneVisibility: 'unit',
      mobile: '+49 170 1',
      mobileVisibility: 'managers',
      room: '4.12',
      roomVisibility: 'me',
      skills: 'SAP S/4HANA, Stücklisten\nSAP S/4HANA',
    }),
  );
});
afterAll(() => world.drop());

const keys = async (actor: keyof Team) => {
  const reader = team[actor] as Team['mara'];
  const profile = await world.services.people.profile(reader, team.mara.handle);
  return profile.fields.map((field) => field.key);
};

describe('who sees which field of Mara’s profile', () => {
  test.each<[keyof Team, string[]]>([
    ['mara', ['email', 'phone', 'mobile', 'room', 'skills']],
    ['aylin', ['email', 'phone', 'mobile', 'skills']],
    ['leyla', ['email', 'phone', 'mobile', 'skills']],
    ['jonas', ['email', 'phone', 'skills']],
    ['ronja', ['email', 'skills']],
    ['admin', ['email', 'skills']],
    ['operations', ['email', 'skills']],
    ['reader', ['email', 'skills']],
  ])('%s', async (who, expected) => {
    expect(await keys(who)).toEqual(expected);
  });

  test('an external knows nobody with whom they share nothing', async () => {
    await expect(world.services.people.profile(team.external, team.mara.handle)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(
      (await world.services.people.directory(team.external, all)).rows.map((row) => row.person.id),
    ).toEqual([team.external.personId]);
  });

  test('an external who shares a project sees the person, but no field', async () => {
    for (const who of [team.jonas, team.external])
      await world.build.join(who.personId, team.other.audienceId);
    const profile = await world.services.people.profile(team.external, team.jonas.handle);
    expect(profile.person.name).toBe('Jonas Böttger');
    expect(profile.fields).toEqual([]);
    expect(profile.joinedOn).toBeNull();
  });

  test('the contact card holds what the reader sees, and no more', async () => {
    const card = await world.services.people.vcard(team.ronja, team.mara.handle, 'Hansa Werke');
    expect(card.text).toContain('N:Süß-Lindemann;Mara;;;\r\n');
    expect(card.text).toContain('EMAIL;TYPE=INTERNET,WORK:mara@hansa.example\r\n');
    expect(card.text).not.toContain('+49');
    expect(card.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});

const all = { q: '', letter: null, unit: null, site: null, skill: null, language: null, after: null };

describe('a profile', () => {
  test('tells seat, unit, site and who leads', async () => {
    const profile = await world.services.people.profile(team.ronja, team.mara.handle);
    expect(profile.seats[0]).toMatchObject({ title: 'ERP Architect', unit: { name: 'Applications' } });
    expect(profile.manager).toMatchObject({ person: { name: 'Aylin Kaya' }, title: 'Head of Applications' });
    expect(profile.abilities).toEqual({ edit: false, setAbsence: false, removePhoto: false });
  });

  test('double words are kept once; an emptied field is gone', async () => {
    const { people } = world.services;
    const skills = async () =>
      (await people.editableFields(team.mara)).find((field) => field.key === 'skills')?.values;
    expect(await skills()).toEqual(['SAP S/4HANA', 'Stücklisten']);
    await people.saveProfile(team.jonas, team.jonas.personId, profileInput.parse({ room: '1.01' }));
    await people.saveProfile(team.jonas, team.jonas.personId, profileInput.parse({ room: ' ' }));
    expect(await world.db.profileField.count({ where: { personId: team.jonas.personId } })).toBe(0);
  });

  test.each<[keyof Team, boolean]>([
    ['mara', true],
    ['aylin', false],
    ['ronja', false],
    ['reader', false],
    ['operations', false],
    ['admin', false],
    ['external', false],
  ])('written by %s: %s', async (who, allowed) => {
    const write = world.services.people.saveProfile(
      team[who] as Team['mara'],
      team.mara.personId,
      profileInput.parse({ languages: 'Deutsch' }),
    );
    if (allowed) await expect(write).resolves.toBeUndefined();
    else await expect(write).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('of somebody who left shows the name and nothing to reach them by', async () => {
    const gone = await world.build.actor({
      givenName: 'Kim',
      familyName: 'Weg',
      endsOn: new Date('2026-11-01'),
    });
    const profile = await world.services.people.profile(team.ronja, gone.handle);
    expect(profile).toMatchObject({ former: true, fields: [], absence: null });
    const listed = await world.services.people.directory(team.ronja, { ...all, q: 'weg' });
    expect(listed.rows).toEqual([]);
  });
});

describe('absence', () => {
  const input = (from: string, until: string, deputy: string | null = null) =>
    absenceInput.parse({ from, until, deputy });

  test('stores until and deputy; the directory shows it until the first day back', async () => {
    const { people } = world.services;
    await people.setAbsence(
      team.mara,
      team.mara.personId,
      input('2026-11-16', '2026-11-19', `Jonas Böttger · @${team.jonas.handle}`),
    );
    const profile = await people.profile(team.ronja, team.mara.handle);
    expect(profile.absence).toMatchObject({ until: '2026-11-19', deputy: { name: 'Jonas Böttger' } });
    expect(profile.person.away).toBe(true);
    const row = async () =>
      (await people.directory(team.ronja, { ...all, q: 'suess' })).rows.find(
        ({ person }) => person.id === team.mara.personId,
      );
    expect((await row())?.awayUntil).toBe('2026-11-19');
    world.clock.set(new Date('2026-11-19T08:00:00Z'));
    expect((await row())?.awayUntil).toBeNull();
    world.clock.set(new Date('2026-11-16T09:00:00Z'));
  });

  test('what is planned is seen by those who may plan it only', async () => {
    const { people } = world.services;
    await people.setAbsence(team.jonas, team.jonas.personId, input('2026-12-21', '2027-01-04'));
    expect((await people.profile(team.ronja, team.jonas.handle)).absence).toBeNull();
    expect((await people.profile(team.jonas, team.jonas.handle)).absence).toMatchObject({
      from: '2026-12-21',
    });
  });

  test('a deputy must be one known colleague, and somebody else', async () => {
    const { people } = world.services;
    const set = (deputy: string) =>
      people.setAbsence(team.ronja, team.ronja.personId, input('2026-11-16', '2026-11-20', deputy));
    await expect(set('Niemand')).rejects.toMatchObject({
      details: { fields: { deputy: ['people.deputyUnknown'] } },
    });
    await expect(set(team.ronja.handle)).rejects.toMatchObject({
      details: { fields: { deputy: ['people.deputyIsSelf'] } },
    });
    await expect(set('Aylin Kaya')).resolves.toMatchObject({ id: expect.any(String) });
  });

  test.each<[keyof Team, boolean]>([
    ['mara', true],
    ['operations', true],
    ['admin', true],
    ['aylin', false],
    ['jonas', false],
    ['reader', false],
    ['external', false],
  ])('of Mara, set by %s: %s', async (who, allowed) => {
    const set = world.services.people.setAbsence(
      team[who] as Team['mara'],
      team.mara.personId,
      input('2027-02-01', '2027-02-03'),
    );
    if (allowed) await expect(set).resolves.toBeDefined();
    else await expect(set).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('set by somebody else is in the audit', async () => {
    const audit = await world.db.auditEntry.findMany({ where: { action: 'absence.set' } });
    expect(audit.map((entry) => entry.actorId).sort()).toEqual(
      [team.admin.personId, team.operations.personId].sort(),
    );
  });
});
