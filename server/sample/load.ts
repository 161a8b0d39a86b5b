import type { Parts } from '#server/domain/parts.ts';
import { storeSettings } from '#server/domain/settings/change-settings.ts';
import { manualClock } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { silentLive } from '#server/platform/live/live.ts';
import { createServices, registerListeners, type Services } from '#server/services.ts';
import { COMPANY_NAME } from './company/company.ts';
import { SAMPLE_PASSWORD } from './sign-ins.ts';
import { insideTransaction, type Story, tellMoments } from './story.ts';
import { tellOrganisation } from './tell-organisation.ts';
import { tellLastVisits, tellPeople } from './tell-people.ts';
import { tellPosts } from './tell-posts.ts';
import { tellProjects } from './tell-projects.ts';
import { toldDays } from './told-days.ts';
import { toldEvents } from './told-events.ts';
import { toldIds, toldRandom } from './told-ids.ts';

const SEED = 1948;
const HOUR_MS = 3_600_000;

export type SampleOptions = {
  /** The one password of all sign-ins. */
  password?: string;
  /** Told what is being written, for progress at start-up. */
  say?: (text: string) => void;
};

/**
 * Tells the sample company "Hansa Werke" into an empty house, through the same services as everybody uses, in one
 * transaction: after a crash there is nothing, and the next start tells it again. The same clock gives the same
 * people, texts and ids; only password hashes differ.
 */
export async function loadSampleCompany(
  services: Services,
  parts: Parts,
  options: SampleOptions = {},
): Promise<void> {
  await parts.db.$transaction((tx) => tell(tx, parts, options), { maxWait: 20_000, timeout: 600_000 });
  options.say?.('the search index');
  await services.search.reindex();
  services.settings.forget();
}

async function tell(tx: Tx, parts: Parts, options: SampleOptions): Promise<void> {
  const story = openStory(tx, parts);
  const say = options.say ?? (() => {});
  await storeSettings(tx, story.parts, null, {
    companyName: COMPANY_NAME,
    brandHue: 205,
    defaultLanguage: 'de',
    germanTone: 'du',
    setUpAt: story.days.start.toISOString(),
  });
  say('organisation');
  await tellOrganisation(story, tx);
  say('people');
  await tellPeople(story, tx, options.password ?? SAMPLE_PASSWORD);
  say('projects');
  await tellProjects(story);
  tellPosts(story);
  tellLastVisits(story);
  say('what they wrote');
  await tellMoments(story);
  await story.parts.events.settle();
}

function openStory(tx: Tx, parts: Parts): Story {
  const start = parts.clock.now();
  const clock = manualClock(start);
  const random = toldRandom(SEED);
  const ids = toldIds(clock, toldRandom(SEED + 1));
  const events = toldEvents(tx, { clock, ids, freshSince: new Date(start.getTime() - 20 * HOUR_MS) });
  const told = {
    ...parts,
    clock,
    ids,
    events,
    db: insideTransaction(tx),
    live: silentLive,
    mail: { ...parts.mail, send: async () => {} },
    jobs: { schedule: () => {}, handle: () => {}, send: async () => {} },
  };
  const services = createServices(told);
  registerListeners(told, services);
  return {
    parts: told,
    services,
    days: toldDays(start),
    random,
    people: new Map(),
    joined: new Map(),
    sites: new Map(),
    units: new Map(),
    offices: new Map(),
    projects: new Map(),
    tx,
    moments: [],
  };
}
