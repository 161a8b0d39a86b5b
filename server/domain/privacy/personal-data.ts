/** Why the company holds a kind of personal data, for how long, and what erasure does to it (GDPR articles 5, 17, 30). */
export type DataRule = {
  purpose: string;
  /** How long, counted from what. */
  retention: string;
  /** blank: emptied on the tombstone · delete: the row goes · keep: stays, pointing at a nameless tombstone. */
  erasure: 'blank' | 'delete' | 'keep';
};

export const DATA_RULES = {
  identity: {
    purpose: 'To know who somebody is',
    retention: 'Until erasure after leaving',
    erasure: 'blank',
  },
  photo: {
    purpose: 'To recognise a colleague, by consent',
    retention: 'Until consent ends or erasure',
    erasure: 'blank',
  },
  employment: {
    purpose: 'To show where somebody sits, and since when',
    retention: 'Until erasure after leaving',
    erasure: 'keep',
  },
  preference: {
    purpose: 'To serve somebody as they wish',
    retention: 'Until changed, or the account ends',
    erasure: 'delete',
  },
  signIn: {
    purpose: 'To let somebody in, and nobody else',
    retention: 'Until the account ends',
    erasure: 'delete',
  },
  session: {
    purpose: 'To keep somebody signed in and slow down guessing',
    retention: 'Until it expires, 30 days by default',
    erasure: 'delete',
  },
  membership: {
    purpose: 'To decide who may read',
    retention: 'Until the membership ends, then for a year',
    erasure: 'delete',
  },
  responsibility: {
    purpose: 'To name who answers for a thing',
    retention: 'As long as the thing is kept',
    erasure: 'keep',
  },
  profile: {
    purpose: 'What somebody tells colleagues about themselves',
    retention: 'Until removed, or erasure',
    erasure: 'delete',
  },
  absence: {
    purpose: 'To name the deputy, never a reason',
    retention: 'Until three months after the return',
    erasure: 'delete',
  },
  writing: {
    purpose: 'The company’s conversations',
    retention: 'As long as the thread is kept',
    erasure: 'keep',
  },
  reading: {
    purpose: 'To mark what is new; for the reader alone',
    retention: 'Until the account ends',
    erasure: 'delete',
  },
  notice: { purpose: 'To tell somebody what concerns them', retention: 'A year', erasure: 'delete' },
  derived: { purpose: 'To find things; a copy', retention: 'As long as the original', erasure: 'delete' },
  proof: {
    purpose: 'To prove who decided what',
    retention: 'As the law and the works agreement ask',
    erasure: 'keep',
  },
  import: { purpose: 'To show and undo an import', retention: 'A year', erasure: 'delete' },
} as const satisfies Record<string, DataRule>;

type Table = {
  /** Columns that hold personal data, each under a rule. */
  personal: Record<string, keyof typeof DATA_RULES>;
  /** Columns that hold none. Listed, so that a new column has to be thought about. */
  other: readonly string[];
};

/** Every column of every table. Export and erasure run from this list; a column missing here fails the tests. */
export const PERSONAL_DATA: Record<string, Table> = {
  person: {
    personal: {
      handle: 'identity',
      kind: 'employment',
      given_name: 'identity',
      family_name: 'identity',
      display_name: 'identity',
      sort_name: 'identity',
      name_withheld: 'identity',
      personnel_number: 'identity',
      external_source: 'identity',
      external_id: 'identity',
      site_id: 'employment',
      language: 'preference',
      tone: 'preference',
      time_zone: 'preference',
      feed_view: 'preference',
      joined_on: 'employment',
      ends_on: 'employment',
      erased_at: 'proof',
      photo_file_id: 'photo',
    },
    other: ['id', 'created_at', 'updated_at'],
  },
  account: {
    personal: {
      person_id: 'signIn',
      email: 'signIn',
      password_hash: 'signIn',
      password_changed_at: 'signIn',
      role: 'signIn',
      state: 'signIn',
      totp_secret: 'signIn',
      ended_at: 'signIn',
    },
    other: ['id', 'created_at'],
  },
  session: {
    personal: {
      id: 'session',
      account_id: 'session',
      kind: 'session',
      device: 'session',
      created_at: 'session',
      expires_at: 'session',
    },
    other: [],
  },
  known_device: {
    personal: { id: 'session', account_id: 'session', created_at: 'session', expires_at: 'session' },
    other: [],
  },
  one_time_code: {
    personal: { account_id: 'signIn', code_hash: 'signIn', created_by_id: 'proof', used_at: 'signIn' },
    other: ['id', 'kind', 'created_at', 'expires_at'],
  },
  grant: {
    personal: { person_id: 'responsibility', given_by_id: 'proof' },
    other: ['id', 'kind', 'scope', 'scope_id', 'position_id', 'valid_from', 'valid_to', 'created_at'],
  },
  office: { personal: {}, other: ['id', 'slug', 'name_en', 'name_de', 'audience_id', 'independent'] },
  rate_limit: { personal: { key: 'session' }, other: ['points', 'expire'] },
  audience: { personal: {}, other: ['id', 'kind', 'open', 'natural_key', 'created_at'] },
  audience_part: { personal: {}, other: ['audience_id', 'part_id'] },
  audience_membership: {
    personal: { person_id: 'membership' },
    other: ['audience_id', 'cause', 'cause_id', 'valid_from', 'valid_to'],
  },
  subscription: {
    personal: { person_id: 'membership', muted: 'preference' },
    other: ['audience_id', 'cause'],
  },
  site: {
    personal: {},
    other: ['id', 'slug', 'name', 'time_zone', 'region', 'calendar_id', 'audience_id', 'created_at'],
  },
  working_calendar: { personal: {}, other: ['id', 'name', 'workdays', 'start_minute', 'end_minute'] },
  holiday: { personal: {}, other: ['calendar_id', 'on', 'name_en', 'name_de'] },
  feature_switch: {
    personal: { changed_by_id: 'proof' },
    other: ['site_id', 'feature', 'enabled', 'agreement', 'agreed_on', 'changed_at'],
  },
  org_unit: {
    personal: {},
    other: [
      'id',
      'name',
      'parent_id',
      'site_id',
      'audience_id',
      'board_audience_id',
      'external_source',
      'external_id',
      'valid_from',
      'valid_to',
    ],
  },
  chart: { personal: {}, other: ['id', 'kind', 'name', 'audience_id', 'created_at'] },
  position: {
    personal: {},
    other: [
      'id',
      'chart_id',
      'title',
      'unit_id',
      'site_id',
      'search_title',
      'grade',
      'rank',
      'vacant_since',
      'valid_from',
      'valid_to',
      'external_source',
      'external_id',
      'created_at',
      'updated_at',
    ],
  },
  position_past: {
    personal: {},
    other: ['position_id', 'valid_from', 'valid_to', 'title', 'unit_id', 'site_id', 'grade'],
  },
  assignment: {
    personal: {
      position_id: 'employment',
      person_id: 'employment',
      share: 'employment',
      main: 'employment',
      valid_from: 'employment',
      valid_to: 'employment',
    },
    other: ['id', 'created_at'],
  },
  reporting_line: {
    personal: {},
    other: ['id', 'chart_id', 'position_id', 'manager_id', 'kind', 'valid_from', 'valid_to'],
  },
  profile_field: {
    personal: { person_id: 'profile', key: 'profile', values: 'profile', visibility: 'profile' },
    other: [],
  },
  absence: {
    personal: { person_id: 'absence', from: 'absence', until: 'absence', deputy_id: 'absence' },
    other: ['id'],
  },
  entry: {
    personal: {
      author_id: 'writing',
      behalf_of_id: 'writing',
      removed_by_id: 'proof',
      removal_reason: 'proof',
      comments_closed_reason: 'writing',
      idempotency_key: 'writing',
    },
    other: [
      'id',
      'kind',
      'office_id',
      'mandate_id',
      'audience_id',
      'thread_id',
      'intent',
      'state',
      'revision',
      'approved_revision',
      'language',
      'published_at',
      'scheduled_for',
      'edited_at',
      'comments_closed',
      'shared_entry_id',
      'removed_at',
      'deleted_at',
      'purge_after',
      'legal_hold',
      'created_at',
    ],
  },
  entry_body: {
    personal: { source: 'writing', html: 'writing', written_by_id: 'writing' },
    other: ['entry_id', 'revision', 'language', 'written_at'],
  },
  reaction: { personal: { person_id: 'writing', emoji: 'writing' }, other: ['entry_id', 'created_at'] },
  mention: { personal: { person_id: 'writing' }, other: ['entry_id'] },
  follow: { personal: { person_id: 'preference', muted: 'preference' }, other: ['entry_id'] },
  saved_entry: { personal: { person_id: 'preference', saved_at: 'preference' }, other: ['entry_id'] },
  file: {
    personal: {
      owner_id: 'writing',
      storage_key: 'writing',
      name: 'writing',
      alt_text: 'writing',
      credit: 'writing',
      consent: 'proof',
      blur: 'writing',
    },
    other: ['id', 'media_type', 'bytes', 'width', 'height', 'widths', 'scan', 'created_at'],
  },
  attachment: { personal: {}, other: ['entry_id', 'file_id', 'rank'] },
  required_reading: {
    personal: { required_by_id: 'responsibility' },
    other: ['entry_id', 'required_at', 'due_at', 'remind_at'],
  },
  reading_confirmation: {
    personal: { person_id: 'proof', confirmed_at: 'proof', way: 'proof', entered_by_id: 'proof' },
    other: ['entry_id', 'revision'],
  },
  question: {
    personal: { asked_of_id: 'writing', answerer_id: 'writing' },
    other: ['entry_id', 'state', 'due_at', 'remind_at', 'escalated_at', 'closed_at', 'answer_id'],
  },
  report: {
    personal: { reporter_id: 'proof', reason: 'proof', decided_by_id: 'proof' },
    other: ['id', 'entry_id', 'state', 'created_at', 'decided_at'],
  },
  moderation_act: {
    personal: { moderator_id: 'proof', reason: 'proof' },
    other: ['id', 'entry_id', 'act', 'created_at'],
  },
  contest: {
    personal: { text: 'proof', decided_by_id: 'proof', answer: 'proof' },
    other: ['id', 'entry_id', 'act_id', 'state', 'created_at', 'decided_at'],
  },
  suspension: {
    personal: {
      person_id: 'proof',
      given_by_id: 'proof',
      reason: 'proof',
      starts_at: 'proof',
      ends_at: 'proof',
      lifted_at: 'proof',
      lifted_by_id: 'proof',
    },
    other: ['id'],
  },
  poll: { personal: {}, other: ['entry_id', 'multiple', 'anonymous', 'closes_at'] },
  poll_option: { personal: { text: 'writing' }, other: ['id', 'entry_id', 'rank', 'tally'] },
  poll_vote: { personal: { person_id: 'writing', option_id: 'writing' }, other: ['entry_id'] },
  poll_participation: { personal: { person_id: 'writing' }, other: ['entry_id'] },
  project: {
    personal: {},
    other: [
      'id',
      'slug',
      'name',
      'description_en',
      'description_de',
      'lifecycle',
      'visibility',
      'audience_id',
      'chart_id',
      'unit_id',
      'parent_id',
      'started_on',
      'original_target_on',
      'target_on',
      'health',
      'last_status_at',
      'cadence',
      'cadence_weekday',
      'cadence_hour',
      'paused_at',
      'cadence_from',
      'status_due_at',
      'status_overdue_at',
      'external_source',
      'external_id',
      'created_at',
    ],
  },
  responsibility: {
    personal: { person_id: 'responsibility' },
    other: ['id', 'scope', 'scope_id', 'role', 'position_id', 'valid_from', 'valid_to'],
  },
  milestone: {
    personal: {},
    other: ['id', 'project_id', 'name_en', 'name_de', 'original_on', 'target_on', 'done_on'],
  },
  milestone_move: {
    personal: { moved_by_id: 'responsibility', reason: 'writing' },
    other: ['id', 'milestone_id', 'from_on', 'to_on', 'moved_at'],
  },
  status_update: {
    personal: { slip_reason: 'writing', blockers: 'writing', help_wanted: 'writing' },
    other: ['entry_id', 'project_id', 'health', 'target_on', 'previous_target_on', 'published_at'],
  },
  status_translation: {
    personal: { slip_reason: 'writing', blockers: 'writing', help_wanted: 'writing' },
    other: ['entry_id', 'language'],
  },
  status_reminder: {
    personal: { person_id: 'responsibility' },
    other: ['project_id', 'since', 'stage', 'sent_at'],
  },
  portfolio_view: {
    personal: { person_id: 'preference', name: 'preference', query: 'preference' },
    other: ['id', 'created_at'],
  },
  pin: {
    personal: { owner_id: 'writing' },
    other: ['entry_id', 'kind', 'visibility', 'published_at', 'kept_on_top_at'],
  },
  pinboard: { personal: { owner_id: 'preference', off: 'preference' }, other: [] },
  block: { personal: { owner_id: 'preference', blocked_id: 'preference' }, other: ['created_at'] },
  feed_item: {
    personal: { author_id: 'writing' },
    other: ['id', 'kind', 'subject_id', 'audience_id', 'published_at', 'activity_at', 'removed_at'],
  },
  read_state: {
    personal: {
      person_id: 'reading',
      watermark: 'reading',
      last_visit_at: 'reading',
      visit_started_at: 'reading',
      seen_up_to: 'reading',
    },
    other: [],
  },
  read_exception: { personal: { person_id: 'reading', read: 'reading' }, other: ['item_id'] },
  notification: {
    personal: { person_id: 'notice', actor_ids: 'notice' },
    other: [
      'id',
      'kind',
      'subject_id',
      'entry_id',
      'group_key',
      'count',
      'read_at',
      'created_at',
      'updated_at',
    ],
  },
  notice_preference: {
    personal: { person_id: 'preference', in_app: 'preference', mail: 'preference', push: 'preference' },
    other: ['kind'],
  },
  delivery_preference: {
    personal: {
      person_id: 'preference',
      feed_digest: 'preference',
      with_words: 'preference',
      outside_hours: 'preference',
      quiet_from: 'preference',
      quiet_to: 'preference',
    },
    other: [],
  },
  mail_due: {
    personal: { person_id: 'notice', sent_at: 'notice' },
    other: ['way', 'slot', 'due_at', 'state', 'attempts', 'claimed_at'],
  },
  push_subscription: {
    personal: {
      person_id: 'session',
      session_id: 'session',
      endpoint: 'session',
      p256dh: 'session',
      auth: 'session',
      created_at: 'session',
    },
    other: ['id'],
  },
  push_due: { personal: { person_id: 'preference' }, other: ['notification_id', 'due_at'] },
  feed_token: {
    personal: { person_id: 'signIn', token_hash: 'signIn', created_at: 'signIn', used_on: 'signIn' },
    other: [],
  },
  house_secret: { personal: {}, other: ['name', 'value', 'created_at'] },
  search_document: {
    personal: {
      title: 'derived',
      title_folded: 'derived',
      body: 'derived',
      body_folded: 'derived',
      author_id: 'derived',
      words: 'derived',
    },
    other: ['kind', 'subject_id', 'audience_id', 'unit_id', 'site_id', 'project_id', 'at', 'open'],
  },
  search_word: { personal: {}, other: ['word'] },
  search_pending: { personal: {}, other: ['kind', 'subject_id', 'version', 'since'] },
  outbox_event: {
    personal: {},
    other: [
      'id',
      'type',
      'payload',
      'created_at',
      'attempts',
      'next_attempt_at',
      'done_at',
      'failed_at',
      'last_error',
    ],
  },
  listener_ledger: { personal: {}, other: ['event_id', 'listener', 'handled_at'] },
  audit_entry: {
    personal: { actor_id: 'proof', subject_id: 'proof', details: 'proof', request_id: 'proof' },
    other: ['id', 'at', 'action', 'subject_kind'],
  },
  setting: { personal: { changed_by_id: 'proof' }, other: ['key', 'value', 'changed_at'] },
  import_run: {
    personal: { file_name: 'import', started_by_id: 'proof' },
    other: [
      'id',
      'kind',
      'source',
      'chart_id',
      'state',
      'plan',
      'rows_total',
      'rows_done',
      'created_at',
      'applied_at',
      'undone_at',
      'error',
    ],
  },
  import_change: {
    personal: { subject_id: 'import', before: 'import', after: 'import' },
    other: ['run_id', 'seq', 'line', 'subject_kind', 'action'],
  },
  import_mapping: { personal: {}, other: ['signature', 'mapping', 'remedies', 'used_at'] },
};
