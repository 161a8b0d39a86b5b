import type { Actor } from '#server/domain/identity/actor.ts';
import { systemActor } from '#server/domain/identity/actor.ts';
import type { World } from '#tests/setup/world.ts';

/**
 * A small company: Leyla leads Aylin, who leads the unit Applications with Mara and Jonas; Ronja sits in another unit.
 * Beside them an administrator, people operations, a reader and an external partner.
 */
export async function buildTeam(world: World) {
  const { build, services } = world;
  const { organisation } = services;
  const site = await organisation.createSite(systemActor, { name: 'Hamburg', region: 'DE-HH' });
  const siteId = site.id;
  const unit = await organisation.createUnit(systemActor, {
    name: 'Applications',
    siteId,
    from: '2020-01-01',
  });
  const other = await organisation.createUnit(systemActor, { name: 'Logistics', siteId, from: '2020-01-01' });
  const chart = await organisation.createChart(systemActor, { kind: 'company', name: 'Company' });

  async function seat(person: Actor, title: string, unitId: string, managerId?: string): Promise<string> {
    const position = await organisation.createPosition(systemActor, {
      chartId: chart.id,
      title,
      unitId,
      from: '2020-01-01',
      ...(managerId ? { managerId } : {}),
    });
    await organisation.assign(systemActor, {
      positionId: position.id,
      personId: person.personId,
      from: '2020-01-01',
    });
    return position.id;
  }

  const leyla = await build.actor({ givenName: 'Leyla', familyName: 'Demir', siteId });
  const aylin = await build.actor({ givenName: 'Aylin', familyName: 'Kaya', siteId });
  const mara = await build.actor({ givenName: 'Mara', familyName: 'Süß-Lindemann', siteId });
  const jonas = await build.actor({ givenName: 'Jonas', familyName: 'Böttger', siteId });
  const ronja = await build.actor({ givenName: 'Ronja', familyName: 'Weiß', siteId });
  const admin = await build.actor({ givenName: 'Ada', familyName: 'Admin', role: 'administrator' });
  const operations = await build.actor({ givenName: 'Olga', familyName: 'Ops', role: 'people_operations' });
  const reader = await build.actor({ givenName: 'Rita', familyName: 'Leser', role: 'reader' });
  const external = await build.actor({ givenName: 'Emil', familyName: 'Partner', role: 'external' });

  const top = await seat(leyla, 'COO', other.id);
  const head = await seat(aylin, 'Head of Applications', unit.id, top);
  const architect = await seat(mara, 'ERP Architect', unit.id, head);
  await seat(jonas, 'Developer', unit.id, head);
  await seat(ronja, 'Planner', other.id, top);
  await world.settle();
  return {
    ...{ site, unit, other, chart, positions: { top, head, architect } },
    ...{ leyla, aylin, mara, jonas, ronja, admin, operations, reader, external },
  };
}

export type Team = Awaited<ReturnType<typeof buildTeam>>;
