import pg from 'pg';
import { expect, inject } from 'vitest';
import { client } from './client.ts';

const PASSWORD = 'a sweep through the house';

type SecretId =
  | 'slug'
  | 'handle'
  | 'person'
  | 'audience'
  | 'chart'
  | 'status'
  | 'milestone'
  | 'pin'
  | 'absence'
  | 'edit'
  | 'grant';
export type SecretRoom = Awaited<ReturnType<typeof openSecretRoom>>;

/**
 * Something to keep secret, in a company that others use too: a lead and three outsiders taken on for the purpose, a
 * project for its members with a status, and a pin that only the lead and the administrator may read.
 */
export async function openSecretRoom() {
  const url = inject('appUrl');
  const secret = `losung${Date.now()}`;
  const database = new pg.Client({ connectionString: inject('appDatabaseUrl') });
  await database.connect();
  const one = async (sql: string, values: unknown[]) =>
    (await database.query(sql, values)).rows[0] as Record<string, string>;
  const admin = await client(url, 'admin@demo.test');

  const [lead, employee, reader, external] = [
    await takeOn('lead', 'employee'),
    await takeOn('employee', 'employee'),
    await takeOn('reader', 'employee'),
    await takeOn('external', 'external'),
  ];
  const form = { intent: 'account', email: '', role: 'reader' };
  expect((await admin.post(`/admin/accounts/${reader.handle}`, form)).status).toBeLessThan(400);

  const made = await admin.post('/projects/new', {
    name: `Project ${secret}`,
    visibility: 'members',
    cadence: 'weekly',
    lead: `@${lead.handle}`,
  });
  // Its maker is no member: where the house sends them does not say its address.
  expect([made.status, made.location]).toEqual([302, '/projects?made=members']);
  const { slug } = await one('SELECT slug FROM project WHERE name = $1', [`Project ${secret}`]);
  const act = async (address: string, form: Record<string, string>, who = lead.client) =>
    expect([address, (await who.post(address, form)).status < 400]).toEqual([address, true]);
  const status = { health: 'at_risk', text: `Status ${secret}`, blockers: `Blocker ${secret}` };
  await act(`/projects/${slug}/status/new`, { ...status, targetOn: '' });
  const milestone = { nameEn: `Milestone ${secret}`, nameDe: `Milestone ${secret}`, targetOn: '2031-01-01' };
  await act(`/projects/${slug}/edit`, { intent: 'milestone', ...milestone });
  const absence = { intent: 'absence', from: '2031-01-01', until: '2031-02-01', deputy: '' };
  await act(`/people/${lead.handle}/edit`, absence);
  const pin = { kind: 'note', visibility: 'two', text: `Pin ${secret}` };
  await act(`/people/${lead.handle}?index`, { intent: 'place', ownerId: lead.id, ...pin }, admin);
  await act(
    `/admin/accounts/${lead.handle}`,
    { intent: 'grant', kind: 'manage_project', where: 'company' },
    admin,
  );

  const ids = await one(
    `SELECT p.id AS project, p.audience_id AS audience, p.chart_id AS chart,
       (SELECT entry_id FROM status_update WHERE project_id = p.id) AS status,
       (SELECT id FROM milestone WHERE project_id = p.id) AS milestone,
       (SELECT entry_id FROM pin WHERE owner_id = $2) AS pin,
       (SELECT id FROM absence WHERE person_id = $2) AS absence,
       (SELECT id FROM "grant" WHERE person_id = $2) AS grant
     FROM project p WHERE p.slug = $1`,
    [slug, lead.id],
  );

  // The lead may edit the project's chart: one edit to undo.
  const seat = { intent: 'apply', chartId: ids.chart ?? '', edit: 'add', title: `Seat ${secret}` };
  await act('/org/edit', seat);
  const { edit } = await one('SELECT id AS edit FROM chart_edit WHERE chart_id = $1', [ids.chart]);

  /** Adds a colleague at the administration, who comes in by the printed code. */
  async function takeOn(name: string, kind: 'employee' | 'external') {
    const personnelNumber = `sweep-${name}-${Date.now()}`;
    const person = { givenName: 'Sweep', familyName: `${name} ${Date.now()}`, kind, siteId: '' };
    const endsOn = kind === 'external' ? '2090-01-01' : '';
    const added = await admin.post('/admin/accounts/new', {
      ...person,
      personnelNumber,
      endsOn,
      email: '',
      by: 'slip',
    });
    const code = /font-mono[^>]*>([A-Z0-9-]{8,})</.exec(added.text)?.[1];
    const who = await client(url);
    const words = { password: PASSWORD, repeated: PASSWORD, language: 'en' };
    expect([name, (await who.post(`/invitation/${code}`, words)).status]).toEqual([name, 303]);
    const row = await one('SELECT id, handle FROM person WHERE personnel_number = $1', [personnelNumber]);
    return { client: who, id: row.id ?? '', handle: row.handle ?? '' };
  }

  /** What an outsider could spoil: the secret things, the accounts and rights, the company's settings. */
  async function state(): Promise<Record<string, string>> {
    const parts: [string, string][] = [
      ['project', `SELECT * FROM project WHERE id = '${ids.project}'`],
      ['milestone', `SELECT * FROM milestone WHERE project_id = '${ids.project}'`],
      ['status_update', `SELECT * FROM status_update WHERE project_id = '${ids.project}'`],
      [
        'entry',
        `SELECT * FROM entry WHERE audience_id = '${ids.audience}' OR '${ids.pin}' IN (id, thread_id)`,
      ],
      ['pin', `SELECT * FROM pin WHERE entry_id = '${ids.pin}'`],
      ['reaction', `SELECT * FROM reaction WHERE entry_id IN ('${ids.pin}', '${ids.status}')`],
      ['audience', `SELECT * FROM audience_membership WHERE audience_id = '${ids.audience}'`],
      ['absence', `SELECT * FROM absence WHERE person_id = '${lead.id}'`],
      ['person', `SELECT * FROM person WHERE id = '${lead.id}'`],
      ['account', 'SELECT id, person_id, role, state, email, password_hash FROM account'],
      ['grant', 'SELECT * FROM "grant"'],
      ['people', 'SELECT id, ends_on FROM person'],
      ['setting', 'SELECT * FROM setting'],
      ['import', 'SELECT id, state FROM import_run'],
      ['projects', 'SELECT id FROM project'],
      ['position', 'SELECT * FROM position'],
      ['chart_edit', 'SELECT * FROM chart_edit'],
      ['report', `SELECT * FROM report WHERE entry_id IN ('${ids.pin}', '${ids.status}')`],
    ];
    const sums = parts.map(
      ([name, sql]) =>
        `SELECT '${name}' AS name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum FROM (${sql}) t`,
    );
    const { rows } = await database.query(sums.join(' UNION ALL '));
    return Object.fromEntries(rows.map((row) => [row.name, row.sum]));
  }

  return {
    url,
    secret,
    ids: { ...ids, edit, slug, handle: lead.handle, person: lead.id } as Record<SecretId, string>,
    lead: lead.client,
    employee: employee.client,
    reader: reader.client,
    external: external.client,
    state,
    /** Does a page tell of it? The bare word alone is what was searched for, and comes back in the search box. */
    isTold: (text: string) => new RegExp(`(Project|Status|Blocker|Milestone|Pin) ${secret}`).test(text),
    /** Everybody taken on leaves again, and the project is put away. */
    async close() {
      await admin.post(`/projects/${slug}/edit`, { intent: 'lifecycle', lifecycle: 'archived' });
      for (const { handle } of [lead, employee, reader, external])
        await admin.post(`/admin/accounts/${handle}`, { intent: 'end', endsOn: '2020-01-01' });
      await database.end();
    },
  };
}
