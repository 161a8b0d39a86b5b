import { expect, test } from 'vitest';
import type { Actor, ActorGrant } from '#server/domain/identity/actor.ts';
import type { QuestionState, ResponsibilityRole, Role } from '#server/platform/database/schema.ts';
import { answers } from '#tests/setup/roles.ts';
import {
  mayAnswer,
  mayCreateProject,
  mayDecline,
  mayEditProjectChart,
  mayFollowProject,
  mayManageProject,
  mayPublishStatus,
  type Standing,
} from './project.policy.ts';

const PROJECT = '01900000-0000-7000-8000-00000000a71a';
const ROLES = ['administrator', 'people_operations', 'employee', 'reader', 'external'] as const;

function actor(role: Role, grants: ActorGrant[] = []): Actor {
  return {
    personId: '01900000-0000-7000-8000-000000000001',
    accountId: '01900000-0000-7000-8000-000000000002',
    sessionId: 'session',
    role,
    handle: 'test',
    displayName: 'Test',
    siteId: null,
    language: 'en',
    tone: 'du',
    timeZone: 'Europe/Berlin',
    terminal: false,
    grants,
  };
}

function standing(roles: ResponsibilityRole[] = [], overrides: Partial<Standing> = {}): Standing {
  return { projectId: PROJECT, lifecycle: 'active', roles, member: roles.length > 0, ...overrides };
}

const manage = (scopeId: string | null): ActorGrant => ({
  id: 'grant',
  kind: 'manage_project',
  scope: scopeId ? 'project' : 'company',
  scopeId,
});

const OTHER = '01900000-0000-7000-8000-000000000009';
const asked = (state: QuestionState, answererId = '01900000-0000-7000-8000-000000000001') => ({
  state,
  answererId,
  askedOfId: OTHER,
});

type Table = [rule: string, ask: (role: Role) => boolean, allowed: Record<(typeof ROLES)[number], boolean>];

const all = { administrator: true, people_operations: true, employee: true, reader: true, external: true };
const none = {
  administrator: false,
  people_operations: false,
  employee: false,
  reader: false,
  external: false,
};
const writers = { ...all, reader: false };
const insideWriters = { ...writers, external: false };
const runners = { ...none, administrator: true, people_operations: true };

const TABLE: Table[] = [
  ['create', (role) => mayCreateProject(actor(role)), runners],
  ['create with a company-wide grant', (role) => mayCreateProject(actor(role, [manage(null)])), writers],
  [
    'create with a grant for one project',
    (role) => mayCreateProject(actor(role, [manage(PROJECT)])),
    runners,
  ],
  ['publish a status as an outsider', (role) => mayPublishStatus(actor(role), standing()), none],
  ['publish as lead', (role) => mayPublishStatus(actor(role), standing(['lead'])), writers],
  ['publish as deputy', (role) => mayPublishStatus(actor(role), standing(['deputy'])), writers],
  ['publish as sponsor', (role) => mayPublishStatus(actor(role), standing(['sponsor'])), none],
  ['publish with a grant', (role) => mayPublishStatus(actor(role, [manage(PROJECT)]), standing()), writers],
  [
    'publish with the grant of another',
    (role) => mayPublishStatus(actor(role, [manage(role)]), standing()),
    none,
  ],
  [
    'publish as lead of a project that is done',
    (role) => mayPublishStatus(actor(role), standing(['lead'], { lifecycle: 'done' })),
    none,
  ],
  ['manage as an outsider', (role) => mayManageProject(actor(role), standing()), runners],
  ['manage as lead', (role) => mayManageProject(actor(role), standing(['lead'])), writers],
  ['manage as sponsor', (role) => mayManageProject(actor(role), standing(['sponsor'])), runners],
  ['edit its chart as lead', (role) => mayEditProjectChart(actor(role), standing(['lead'])), insideWriters],
  ['edit its chart as sponsor', (role) => mayEditProjectChart(actor(role), standing(['sponsor'])), runners],
  [
    'edit its chart once it is done',
    (role) => mayEditProjectChart(actor(role), standing(['lead'], { lifecycle: 'done' })),
    none,
  ],
  ['answer a question for another', (role) => mayAnswer(actor(role), asked('open', OTHER)), none],
  ['answer, asked', (role) => mayAnswer(actor(role), asked('open')), writers],
  ['answer late', (role) => mayAnswer(actor(role), asked('expired')), writers],
  ['answer twice', (role) => mayAnswer(actor(role), asked('answered')), none],
  ['decline, asked', (role) => mayDecline(actor(role), asked('open')), writers],
  ['decline what is declined', (role) => mayDecline(actor(role), asked('declined')), none],
  ['follow', (role) => mayFollowProject(actor(role), standing()), all],
  ['follow as member', (role) => mayFollowProject(actor(role), standing([], { member: true })), none],
];

test.each(TABLE)('%s', async (_rule, ask, allowed) => {
  // And a visitor nothing.
  expect(await answers((actor) => ask(actor.role))).toEqual([...ROLES.map((role) => allowed[role]), false]);
});
