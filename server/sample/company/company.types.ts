/** How the sample company's people are told: everything else about them follows from where they stand. */
export type StaffDetails = {
  /** Reports to this person instead of the head of the unit. */
  to?: string;
  /** A dotted line to this person. */
  dotted?: string;
  site?: SiteKey;
  /** Another way to write the name than given plus family. */
  shown?: string;
  handle?: string;
  number?: string;
  language?: 'en' | 'de';
  /** Days before the first start. */
  joinedDaysAgo?: number;
  /** So many years before the first start, to the day, and lets colleagues know. */
  joinedYearsAgo?: number;
  /** What the seat was called until so many days ago. */
  before?: { title: string; untilDaysAgo: number };
  /** Has a part in first aid: what the company asks in a field of its own. */
  firstAid?: string;
  /** Shares the seat of the person named, half and half. */
  sharesSeatOf?: string;
  kind?: 'external';
  /** Left so many days ago. */
  leftDaysAgo?: number;
  /** Leaves in so many days. */
  leavesInDays?: number;
  phone?: string;
  room?: string;
  skills?: string[];
  languages?: string[];
  askAbout?: string[];
};

/** Given name, family name, title, details. Persons are named elsewhere by "Given Family". */
export type Staff = readonly [given: string, family: string, title: string, details?: StaffDetails];

/** A seat that nobody holds. */
export type Vacancy = { title: string; sinceDaysAgo: number; to?: string };

export type SiteKey = 'hamburg' | 'rostock' | 'schweinfurt';

export type Unit = {
  key: string;
  name: string;
  parent?: string;
  site: SiteKey;
  /** The first of the staff heads the unit and reports to the head of the parent unit. */
  staff: readonly Staff[];
  vacancies?: readonly Vacancy[];
};

/** "Aylin Kaya": how the data files name a person. */
export function nameOf(staff: Staff): string {
  return `${staff[0]} ${staff[1]}`;
}
