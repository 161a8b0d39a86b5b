import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let lead: Actor;
let colleague: Actor;
beforeAll(async () => {
  world = await testWorld();
  const admin = await world.build.actor({ role: 'administrator' });
  lead = await world.build.actor();
  colleague = await world.build.actor();
  const { createProject } = world.services.projects;
  for (const name of ['Whole', 'Part', 'Piece']) await createProject(admin, { name, leadId: lead.personId });
  const closed = { name: 'Closed', visibility: 'members', leadId: admin.personId } as const;
  await createProject(admin, closed);
});
afterAll(() => world.drop());

test('a project is shown as a part, and never of itself', async () => {
  const { setParent, projectPage } = world.services.projects;
  await setParent(lead, 'part', 'whole');
  await setParent(lead, 'piece', 'part');
  expect((await projectPage(colleague, 'part')).parent).toMatchObject({ slug: 'whole' });
  expect((await projectPage(colleague, 'whole')).children).toMatchObject([{ slug: 'part' }]);
  for (const parent of ['whole', 'part', 'piece']) {
    await expect(setParent(lead, 'whole', parent)).rejects.toMatchObject({ code: 'invalid' });
  }
  await setParent(lead, 'part', null);
  expect((await projectPage(colleague, 'part')).parent).toBeNull();
});

test('by whoever manages it, and below what they may know of', async () => {
  const { setParent } = world.services.projects;
  await expect(setParent(colleague, 'part', 'whole')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(setParent(lead, 'part', 'closed')).rejects.toMatchObject({ code: 'not_found' });
});
