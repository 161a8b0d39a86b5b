import type { Health } from './health.ts';

/** A project in the reader's navigation. */
export type FrameProject = { slug: string; name: string; health: Health | null };

/** What the frame around every page shows; filled by `services.frame.frame(actor)`. */
export type FrameData = {
  companyName: string;
  /** The company's brand colour as an OKLCH hue, 0 to 359. */
  brandHue: number;
  me: {
    personId: string;
    handle: string;
    displayName: string;
    photoUrl: string | null;
    /** May not write for a while. */
    suspended: { until: string; reason: string } | null;
  };
  /** Exact to 99; 100 means "more". */
  unread: { feed: number; notifications: number };
  myProjects: FrameProject[];
  /** The company's reactions, in order; the first is the one-press one. */
  reactions: string[];
  abilities: {
    write: boolean;
    administer: boolean;
    peopleOperations: boolean;
    moderate: boolean;
    seeFaces: boolean;
  };
};
