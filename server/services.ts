import { registerConversationListeners } from './domain/conversation/conversation.listeners.ts';
import { createConversationService } from './domain/conversation/conversation.service.ts';
import { registerFeedListeners } from './domain/feed/feed.listeners.ts';
import { createFeedService } from './domain/feed/feed.service.ts';
import { attachFiles } from './domain/files/attach-files.ts';
import { createFilesService } from './domain/files/files.service.ts';
import { readCardPhoto } from './domain/files/read-card-photo.ts';
import { createFrameService } from './domain/frame/frame.service.ts';
import { createIdentityService } from './domain/identity/identity.service.ts';
import { registerImportsListeners } from './domain/imports/imports.listeners.ts';
import { createImportsService } from './domain/imports/imports.service.ts';
import { createLinksService } from './domain/links/links.service.ts';
import { registerLiveListeners } from './domain/live/live.listeners.ts';
import { createMustReadService } from './domain/must-read/must-read.service.ts';
import { registerNotificationListeners } from './domain/notifications/notifications.listeners.ts';
import { createNotificationsService } from './domain/notifications/notifications.service.ts';
import { registerOrganisationListeners } from './domain/organisation/organisation.listeners.ts';
import { createOrganisationService } from './domain/organisation/organisation.service.ts';
import type { Parts } from './domain/parts.ts';
import { createFieldsService } from './domain/people/fields/fields.service.ts';
import { createPeopleService } from './domain/people/people.service.ts';
import { registerPinboardListeners } from './domain/pinboard/pinboard.listeners.ts';
import { createPinboardService } from './domain/pinboard/pinboard.service.ts';
import { registerPrivacyJobs } from './domain/privacy/forget-over.ts';
import { registerProjectsListeners } from './domain/projects/projects.listeners.ts';
import { createProjectsService } from './domain/projects/projects.service.ts';
import { createSearchService } from './domain/search/search.service.ts';
import { createSettingsService } from './domain/settings/settings.service.ts';
import { createSetupService } from './domain/setup/setup.service.ts';
import { createStatutoryService } from './domain/statutory/statutory.service.ts';

/** Builds every domain service from its parts; the only place that knows them all. */
export function createServices(parts: Parts) {
  const settings = createSettingsService(parts);
  const identity = createIdentityService(parts, settings);
  const setup = createSetupService(parts, { settings, identity });
  const organisation = createOrganisationService(parts);
  const people = createPeopleService(parts, { readCardPhoto });
  const fields = createFieldsService(parts);
  const links = createLinksService(parts);
  const conversation = createConversationService(parts, { settings, ...links, attachFiles });
  const files = createFilesService(parts);
  const projects = createProjectsService(parts);
  const pinboard = createPinboardService(parts, links);
  const mustRead = createMustReadService(parts);
  const statutory = createStatutoryService(parts);
  const feed = createFeedService(parts, { settings, ...links });
  const search = createSearchService(parts);
  const imports = createImportsService({ ...parts, settings });
  const notifications = createNotificationsService(parts, settings);
  const frame = createFrameService(parts, { settings });
  return {
    settings,
    identity,
    setup,
    organisation,
    people,
    fields,
    conversation,
    files,
    projects,
    pinboard,
    mustRead,
    statutory,
    feed,
    frame,
    search,
    imports,
    notifications,
  };
}

export type Services = ReturnType<typeof createServices>;

/** Registers what happens after each event, one listener an effect. Once a process with the worker role. */
export function registerListeners(parts: Parts, services: Services): void {
  registerOrganisationListeners(parts);
  registerConversationListeners(parts);
  registerProjectsListeners(parts);
  registerPinboardListeners(parts);
  registerFeedListeners(parts);
  registerImportsListeners({ ...parts, settings: services.settings });
  registerLiveListeners(parts);
  registerNotificationListeners(parts);
  services.search.registerListeners();
  registerPrivacyJobs(parts);
  services.identity.registerJobs();
  services.conversation.registerJobs();
  services.files.registerListeners();
  services.files.registerJobs();
  services.mustRead.registerJobs();
  services.feed.registerJobs();
  services.notifications.registerJobs();
}
