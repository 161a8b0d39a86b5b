import { createAudience } from '#server/domain/audience/create-audience.ts';
import { joinAudience } from '#server/domain/audience/join-audience.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { createAccount } from '#server/domain/identity/create-account.ts';
import { createPerson, type NewPerson } from '#server/domain/identity/create-person.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { GrantKind, GrantScope, Role } from '#server/platform/database/schema.ts';

type GrantGiven = { kind: GrantKind; scope?: GrantScope; scopeId?: string };

/** Small complete things for tests, each with sensible values that a test overrides by name. */
export function createBuilders(parts: Parts) {
  const { db, ids, clock, events } = parts;
  let count = 0;

  /** A site with its audience. */
  async function site(given: { name?: string; timeZone?: string; region?: string } = {}) {
    const name = given.name ?? `Site ${++count}`;
    return db.$transaction(async (tx) => {
      const audienceId = await createAudience(tx, parts, { kind: 'site', open: false });
      const slug = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${++count}`;
      const data = {
        id: ids.next(),
        slug,
        name,
        timeZone: given.timeZone ?? 'Europe/Berlin',
        region: given.region ?? 'DE-HH',
        audienceId,
      };
      return tx.site.create({ data });
    });
  }

  /** A unit with its two audiences. */
  async function unit(given: { name?: string; siteId?: string; parentId?: string } = {}) {
    return db.$transaction(async (tx) => {
      const audienceId = await createAudience(tx, parts, { kind: 'unit', open: false });
      const boardAudienceId = await createAudience(tx, parts, { kind: 'board', open: true });
      return tx.orgUnit.create({
        data: {
          id: ids.next(),
          name: given.name ?? `Unit ${++count}`,
          audienceId,
          boardAudienceId,
          validFrom: new Date('2020-01-01'),
          siteId: given.siteId ?? null,
          parentId: given.parentId ?? null,
        },
      });
    });
  }

  /** A person with an active account, as the actor they are when signed in. */
  async function actor(
    given: Partial<NewPerson> & {
      role?: Role;
      email?: string;
      grants?: GrantGiven[];
      language?: 'en' | 'de';
    } = {},
  ): Promise<Actor> {
    const { role = 'employee', email, grants = [], ...person } = given;
    const n = ++count;
    return db.$transaction(async (tx) => {
      const { id: personId, handle } = await createPerson(tx, parts, {
        givenName: 'Person',
        familyName: `No${n}`,
        ...(role === 'external' ? { kind: 'external' as const } : {}),
        ...person,
      });
      const account = await createAccount(tx, parts, {
        personId,
        role,
        state: 'active',
        email: email ?? `p${n}@test.example`,
      });
      const rows = grants.map((grant) => ({
        id: ids.next(),
        kind: grant.kind,
        scope: grant.scope ?? ('company' as const),
        scopeId: grant.scopeId ?? null,
        personId,
        validFrom: clock.now(),
      }));
      await tx.grant.createMany({ data: rows });
      if (person.siteId) {
        const home = await tx.site.findUniqueOrThrow({ where: { id: person.siteId } });
        await joinAudience(tx, parts, {
          audienceId: home.audienceId,
          personId,
          cause: 'site',
          deliver: true,
        });
      }
      const stored = await tx.person.findUniqueOrThrow({ where: { id: personId } });
      return {
        personId,
        accountId: account.id,
        sessionId: 'test',
        role,
        handle,
        displayName: stored.displayName,
        siteId: stored.siteId,
        language: given.language ?? 'en',
        tone: 'du',
        timeZone: 'Europe/Berlin',
        terminal: false,
        grants: rows.map(({ id, kind, scope, scopeId }) => ({ id, kind, scope, scopeId })),
      };
    });
  }

  /** Makes somebody a member of an audience, delivered. */
  async function join(personId: string, audienceId: string) {
    await events.transaction((tx) =>
      joinAudience(tx, parts, { audienceId, personId, cause: 'unit', deliver: true }),
    );
  }

  return { site, unit, actor, join };
}
