import type account from './en/account.json';
import type admin from './en/admin.json';
import type chart from './en/chart.json';
import type common from './en/common.json';
import type conversation from './en/conversation.json';
import type editor from './en/editor.json';
import type error from './en/error.json';
import type feed from './en/feed.json';
import type fields from './en/fields.json';
import type files from './en/files.json';
import type imports from './en/import.json';
import type mail from './en/mail.json';
import type moderation from './en/moderation.json';
import type mustRead from './en/mustRead.json';
import type notifications from './en/notifications.json';
import type organisation from './en/organisation.json';
import type orgEdit from './en/orgEdit.json';
import type orgExport from './en/orgExport.json';
import type people from './en/people.json';
import type pinboard from './en/pinboard.json';
import type projects from './en/projects.json';
import type questions from './en/questions.json';
import type search from './en/search.json';
import type settings from './en/settings.json';
import type setup from './en/setup.json';
import type shell from './en/shell.json';
import type statutory from './en/statutory.json';

/** One row a catalogue file. The English file says which keys exist; a test keeps the other languages equal. */
export type Subjects = {
  account: typeof account;
  admin: typeof admin;
  chart: typeof chart;
  common: typeof common;
  conversation: typeof conversation;
  editor: typeof editor;
  error: typeof error;
  feed: typeof feed;
  fields: typeof fields;
  files: typeof files;
  import: typeof imports;
  mail: typeof mail;
  moderation: typeof moderation;
  mustRead: typeof mustRead;
  notifications: typeof notifications;
  organisation: typeof organisation;
  orgEdit: typeof orgEdit;
  orgExport: typeof orgExport;
  people: typeof people;
  pinboard: typeof pinboard;
  projects: typeof projects;
  questions: typeof questions;
  search: typeof search;
  settings: typeof settings;
  setup: typeof setup;
  shell: typeof shell;
  statutory: typeof statutory;
};

/** Every message: `<file>.<key>`, such as `shell.skipToContent`. */
export type MessageKey = {
  [S in keyof Subjects]: `${S}.${keyof Subjects[S] & string}`;
}[keyof Subjects];
