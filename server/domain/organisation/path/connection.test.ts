import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let team: Team;

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-06-15T09:00:00Z') });
  team = await buildTeam(world);
  const { organisation } = world.services;
  // A project that Leyla leads, with Ronja and a partner in it.
  const project = await organisation.createChart(systemActor, { kind: 'project', name: 'Atlas' });
  let lead: string | undefined;
  for (const person of [team.leyla, team.ronja, team.external]) {
    const { id } = await organisation.createPosition(systemActor, {
      chartId: project.id,
      title: 'Role',
      ...(lead ? { managerId: lead } : {}),
    });
    lead ??= id;
    await organisation.assign(systemActor, { positionId: id, personId: person.personId });
  }
});
afterAll(() => world.drop());

async function told(from: Actor, to: Actor, as: Actor = team.mara) {
  const question = { from: from.handle, to: to.handle };
  const found = await world.services.organisation.connection(as, question);
  return found?.ways.map(({ steps }) =>
    steps.map(({ by, position }) => `${by} ${position.holders[0]?.person.name.split(' ')[0]}`).join(', '),
  );
}

describe('how two are connected', () => {
  it('by the nearest one above both', async () => {
    expect(await told(team.mara, team.jonas)).toEqual(['start Mara, up Aylin, down Jonas']);
    expect(await told(team.mara, team.leyla)).toEqual(['start Mara, up Aylin, up Leyla']);
  });
  it('in every chart that has both', async () => {
    expect(await told(team.leyla, team.ronja)).toEqual([
      'start Leyla, down Ronja',
      'start Leyla, down Ronja',
    ]);
  });
  it('from chart to chart over whoever sits in both', async () => {
    expect(await told(team.mara, team.external)).toEqual([
      'start Mara, up Aylin, up Leyla, sameSeat Leyla, down Emil',
    ]);
  });
  it('only over what the reader may see', async () => {
    const everyone = await world.services.organisation.connection(team.external, {
      from: team.mara.handle,
      to: team.jonas.handle,
    });
    expect(everyone).toBeNull();
    expect(await told(team.mara, team.admin)).toBeUndefined();
  });
  it('not before they were there', async () => {
    const question = { from: team.mara.handle, to: team.jonas.handle, on: '2019-01-01' };
    expect(await world.services.organisation.connection(team.mara, question)).toBeNull();
  });
});
