import { index, type RouteConfig, route } from '@remix-run/route-config';

// The map of the house: one row an address, grouped by subject. A row appears together with its file.
export default [
  // Feed
  index('feed/feed.route.tsx'),
  route('posts/:id', 'feed/post.route.tsx'),
  route('posts/:id/confirmations', 'must-read/confirmations.route.tsx'),
  route('posts/:id/confirmations.csv', 'must-read/confirmations-csv.route.ts'),
  route('posts/:id/share', 'feed/share.route.ts'),
  route('posts/:id/top', 'feed/top.route.ts'),
  route('saved', 'feed/saved.route.tsx'),
  route('scheduled', 'feed/scheduled.route.tsx'),
  route('units/:id', 'feed/unit.route.tsx'),
  route('feed.atom', 'feed/atom.route.ts'),
  route('feed/items', 'feed/feed-items.route.ts'),
  route('feed/read', 'feed/feed-read.route.ts'),
  route('feed/view', 'feed/feed-view.route.ts'),
  route('feed/newer', 'feed/feed-newer.route.ts'),

  // Statutory notices
  route('notices', 'statutory/board.route.tsx'),
  route('notices/new', 'statutory/new-notice.route.tsx'),
  route('notices/:id', 'statutory/notice.route.tsx'),

  // Projects
  route('projects', 'projects/portfolio.route.tsx'),
  route('projects/portfolio.csv', 'projects/portfolio-csv.route.ts'),
  route('owed', 'projects/owed.route.tsx'),
  route('projects/new', 'projects/new-project.route.tsx'),
  route('projects/:slug', 'projects/project.route.tsx'),
  route('projects/:slug/feed', 'projects/project-feed.route.tsx'),
  route('projects/:slug/edit', 'projects/edit-project.route.tsx'),
  route('projects/:slug/status/new', 'projects/new-status.route.tsx'),
  route('projects/:slug/status/:id', 'projects/status.route.tsx'),

  // Organisation
  route('org', 'organisation/organisation.route.tsx'),
  route('org/children', 'organisation/children.route.ts'),
  route('org/renew', 'organisation/live/renew.route.ts'),
  route('org/find', 'organisation/find.route.ts'),
  route('org/seat', 'organisation/editing/seat.route.tsx'),
  route('org/edit', 'organisation/editing/edit.route.ts'),
  route('org/export', 'organisation/export/export.route.ts'),

  // People and pinboard
  route('people', 'people/directory.route.tsx'),
  route('people/:handle/card.vcf', 'people/vcard.route.ts'),
  route('people/:handle/card.svg', 'people/qr.route.ts'),
  route('people/:handle/edit', 'people/edit-profile.route.tsx'),
  route('people/:handle', 'people/profile.route.tsx', [
    index('pinboard/board.route.tsx'),
    route('posts', 'people/posts.route.tsx'),
    route('about', 'people/about.route.tsx'),
    route('pins/:id', 'pinboard/pin.route.tsx'),
  ]),
  route('boards/:ownerId', 'pinboard/board-data.route.ts'),
  route('pins/:id', 'pinboard/pin-data.route.ts'),
  route('questions', 'pinboard/questions.route.tsx'),
  route('questions/similar', 'pinboard/similar-questions.route.ts'),
  route('questions/:id', 'pinboard/question.route.tsx'),

  // Conversation
  route('entries/:entryId', 'conversation/entry.route.ts'),
  route('entries/:entryId/text', 'conversation/entry-text.route.ts'),
  route('entries/:entryId/reactions', 'conversation/reactors.route.ts'),
  route('entries/:entryId/poll.csv', 'conversation/poll-csv.route.ts'),

  // Files
  route('files', 'files/upload.route.ts'),
  route('files/:id', 'files/file.route.ts'),

  // Search
  route('search', 'search/search.route.tsx'),
  route('search/suggest', 'search/suggest.route.ts'),
  route('search/people', 'search/suggest-people.route.ts'),

  // Notifications
  route('notifications', 'notifications/notifications.route.tsx'),
  route('notifications/:id', 'notifications/follow.route.ts'),
  route('unsubscribe/:token', 'notifications/unsubscribe.route.tsx'),

  // Account and sign-in
  route('sign-in', 'account/sign-in.route.tsx'),
  route('sign-out', 'account/sign-out.route.ts'),
  route('invitation/:code?', 'account/invitation.route.tsx'),
  route('reset/:code?', 'account/reset.route.tsx'),
  route('settings', 'account/settings.route.tsx'),
  route('offline', 'account/offline.route.ts'),
  route('language', 'account/language.route.ts'),
  route('setup', 'setup/setup.route.tsx'),
  route('setup/sample', 'setup/sample.route.tsx'),
  route('setup/done', 'setup/done.route.tsx'),

  // Administration
  route('admin/import/:id/rows.csv', 'admin/import-rows.route.ts'),
  route('admin', 'admin/admin.route.tsx', [
    index('admin/index.route.tsx'),
    route('accounts', 'admin/accounts.route.tsx'),
    route('accounts/new', 'admin/new-person.route.tsx'),
    route('accounts/:handle', 'admin/account.route.tsx'),
    route('agreements', 'admin/agreements.route.tsx'),
    route('company', 'admin/company.route.tsx'),
    route('fields', 'admin/fields/fields.route.tsx'),
    route('moderation', 'admin/moderation.route.tsx'),
    route('import', 'admin/import-list.route.tsx'),
    route('import/:id', 'admin/import-run.route.tsx'),
  ]),

  // Shell
  route('theme', 'shell/theme.route.ts'),
  route('unread', 'shell/unread.route.ts'),
  route('*', 'shell/not-found.route.tsx'),
] satisfies RouteConfig;
