import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type {
  Cadence,
  Health,
  Lifecycle,
  ProjectVisibility,
  QuestionState,
  ResponsibilityRole,
} from '#server/platform/database/schema.ts';
import type { StatusWords, Words } from './status-words.ts';

/** A project wherever it is only named: the frame, a profile, a chart card. Days are `YYYY-MM-DD`. */
export type ProjectRef = { id: string; slug: string; name: string; health: Health | null };

/** One status in a row of bars. */
export type HealthBar = { at: string; health: Health };

/** One point of the health timeline; `previousTargetOn` is set where the target moved. */
export type HealthPoint = HealthBar & {
  entryId: string;
  targetOn: string | null;
  previousTargetOn: string | null;
  slipReason: Words | null;
};

/** The next status: when it is due, whether that has come, and whether two working days more have gone by. */
export type Awaited = { at: string; due: boolean; overdue: boolean };

/** One line of the portfolio. */
export type ProjectCard = ProjectRef & {
  awaited: Awaited | null;
  lifecycle: Lifecycle;
  visibility: ProjectVisibility;
  lead: PersonRef | null;
  unit: { id: string; name: string } | null;
  lastStatusAt: string | null;
  originalTargetOn: string | null;
  targetOn: string | null;
  /** Days from the first promised target to the one that holds; null without both. */
  slipDays: number | null;
  bars: HealthBar[];
};

export type PortfolioPage = { projects: ProjectCard[]; next: string | null; total: number };

export type MilestoneView = {
  id: string;
  nameEn: string;
  nameDe: string;
  originalOn: string;
  targetOn: string;
  doneOn: string | null;
  /** Why the date was moved last; null where it was not. */
  movedBecause: string | null;
};

export type ProjectMember = { person: PersonRef; title: string; roles: ResponsibilityRole[] };

export type ProjectAbilities = { publishStatus: boolean; manage: boolean; follow: boolean };

export type ProjectPage = ProjectRef & {
  audienceId: string;
  chartId: string;
  descriptionEn: string;
  descriptionDe: string;
  lifecycle: Lifecycle;
  visibility: ProjectVisibility;
  cadence: { every: Cadence; weekday: number; hour: number };
  /** Null where none is awaited: no cadence, paused, at an end. */
  awaited: Awaited | null;
  unit: { id: string; name: string } | null;
  parent: ProjectRef | null;
  children: ProjectRef[];
  lead: PersonRef | null;
  deputy: PersonRef | null;
  sponsor: PersonRef | null;
  startedOn: string | null;
  originalTargetOn: string | null;
  targetOn: string | null;
  lastStatusAt: string | null;
  milestones: MilestoneView[];
  members: ProjectMember[];
  memberCount: number;
  /** How it reaches the reader's feed: as a member it always does. */
  following: 'member' | 'follower' | 'no';
  abilities: ProjectAbilities;
};

/** What the form for a project needs beside the project. */
export type ProjectEdit = {
  project: ProjectPage;
  /** How much stands in it that others could read once it is open. */
  statuses: number;
  /** Who gets it without being a member, and would not once it is closed. */
  followersOutside: number;
  /** Who answered for it and from when to when, newest first; `until` is the first day of the next. */
  history: { role: ResponsibilityRole; person: PersonRef; from: string; until: string | null }[];
};

/** The particulars of one status update, for its card in the feed and its own page. */
export type StatusView = StatusWords & {
  entryId: string;
  project: ProjectRef;
  at: string;
  health: Health;
  targetOn: string | null;
  previousTargetOn: string | null;
  originalTargetOn: string | null;
  nextMilestone: { name: string; on: string } | null;
  /** The last eight healths up to this update, oldest first. */
  trail: Health[];
};

/** A project on somebody's profile: what they do in it. */
export type PersonProject = ProjectRef & {
  lifecycle: Lifecycle;
  roles: ResponsibilityRole[];
  title: string | null;
  bars: HealthBar[];
};

/** What the form starts from: the newest status, or an empty one. */
export type StatusDraft = {
  health: Health | null;
  targetOn: string | null;
  text: string;
  blockers: string;
  helpWanted: string;
  /** The same in the other language, where it was written in both. */
  other: { text: string; blockers: string; helpWanted: string };
};

/** A question on a status; `dueAt` is null once it has passed, except for those who wait and who answer. */
export type StatusQuestion = {
  id: string;
  state: QuestionState;
  /** The comment that answers it, or says why nobody will. */
  answerId: string | null;
  asker: PersonRef;
  answerer: PersonRef;
  dueAt: string | null;
  mayAnswer: boolean;
  mayDecline: boolean;
};

/** What somebody owes others; told to nobody but them. */
export type Owed = {
  statuses: { slug: string; name: string; asLead: boolean; awaited: Awaited }[];
  questions: {
    id: string;
    to: string;
    asker: PersonRef;
    /** The project on whose status it was asked; null on the own pinboard. */
    project: string | null;
    dueAt: string;
    late: boolean;
  }[];
};
