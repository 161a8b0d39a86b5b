import { setFlagsFromString } from 'node:v8';
import type { DomainEvent } from './domain/events.ts';
import { createLiveGate } from './domain/live/live-gate.ts';
import type { Parts } from './domain/parts.ts';
import { createLoadContext, leadToSetup, sessionTokenFrom } from './http-context.ts';
import { systemClock } from './platform/calendar/clock.ts';
import { loadConfig } from './platform/config/config.ts';
import { createDatabase } from './platform/database/client.ts';
import { dataDirHolder } from './platform/database/data-dir-lock.ts';
import { migrate } from './platform/database/migrate.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { createOutbox } from './platform/events/outbox.ts';
import { createHttpServer, type HttpServer } from './platform/http/http-server.ts';
import { portMustBeFree } from './platform/http/listen.ts';
import { builtPages, developmentPages } from './platform/http/pages.ts';
import { uuidIds } from './platform/ids.ts';
import { createJobQueue } from './platform/jobs/pg-boss-jobs.ts';
import { createLiveServer } from './platform/live/live-server.ts';
import { createLog } from './platform/log/log.ts';
import { createMailer } from './platform/mail/create-mailer.ts';
import { createClamavScanner } from './platform/scan/clamav-scanner.ts';
import { createFileStore } from './platform/storage/create-file-store.ts';
import { createServices, registerListeners } from './services.ts';
import { createShutdown } from './shutdown.ts';
import { announce, failStart } from './start-messages.ts';

// Starts Flurfunk, top to bottom: config → database → services → http → live → jobs. Ends in reverse order.

// V8 lets the heap grow up to fourfold before it collects what is old. By half is enough here: measured under load, 285
// instead of 520 MB for about one request in twenty. `npm start` has the C library keep one arena instead of one a thread
// (MALLOC_ARENA_MAX), another 35 MB for nothing.
setFlagsFromString('--heap-growing-percent=50');
// At a terminal people read the log, elsewhere machines do, unless LOG_FORMAT says otherwise.
const terminal = process.stdout.isTTY ? { LOG_FORMAT: 'text' } : {};
const config = await failStart(() => loadConfig({ ...terminal, ...process.env }));
const log = createLog(config);
const { say, ready } = announce(config, log);
let web: HttpServer | undefined;
const shutdown = createShutdown(log, () => void web?.close());
await failStart(start, shutdown);

async function start(): Promise<void> {
  if (config.roles.web && !(await dataDirHolder(config.dataDir))) await portMustBeFree(config);
  const database = await openDatabase(config, say);
  shutdown.add('the database', database.stop);
  await migrate(database.url, { info: say });
  const { databasePool: pool, databasePrepared: prepared } = config;
  const db = createDatabase(database.url, { pool, prepared });
  shutdown.add('the database client', () => db.$disconnect());

  const events = createOutbox<DomainEvent>({ db, ids: uuidIds, log });
  const jobs = createJobQueue({ url: database.url, log });
  const mail = createMailer(config, log);
  const clusterUrl = config.databaseUrl;
  const live = createLiveServer({ log, appUrl: config.appUrl, trustProxy: config.trustProxy, clusterUrl });
  const files = createFileStore(config);
  const scan = config.clamavUrl ? createClamavScanner(config.clamavUrl) : null;
  const clock = systemClock;
  const parts: Parts = { config, log, db, clock, ids: uuidIds, events, jobs, live, mail, files, scan };
  const services = createServices(parts);
  registerListeners(parts, services);

  const loadSample = async (tell: (text: string) => void) => {
    const { loadSampleOnce } = await import('./sample/load-once.ts');
    await loadSampleOnce({ parts, services, say: tell });
  };
  if (process.argv.includes('--sample')) await loadSample(say);
  services.setup.provideSample(() => loadSample((text) => log.info(text)));

  if (config.roles.worker) {
    events.start();
    shutdown.add('the outbox', () => events.stop());
  }
  await services.imports.recover();
  await services.conversation.resume();
  await jobs.start({ work: config.roles.worker });
  shutdown.add('jobs', () => jobs.stop(config.shutdownSeconds));
  shutdown.add('mail', () => mail.close());

  if (config.roles.web) {
    const pages = config.mode === 'development' ? await developmentPages() : await builtPages();
    shutdown.add('pages', pages.close);
    const getLoadContext = createLoadContext({ parts, services });
    const readyChecks = {
      database: () => db.$queryRaw`SELECT 1`,
      search: () => services.search.isWorking(),
      queue: () => jobs.isWorking(),
    };
    web = createHttpServer({
      ...pages,
      config,
      log,
      getLoadContext,
      readyChecks,
      routes: (app) => app.use(leadToSetup(services)),
      oneClick: { path: /^\/unsubscribe\/([\w-]+)$/, act: services.notifications.oneClick },
    });
    live.open(web.server, createLiveGate(parts, sessionTokenFrom));
    shutdown.add('the web server', () => Promise.all([web?.close(), live.close()]));
    await web.listen();
  }
  ready(await services.setup.codeToShow());
}
