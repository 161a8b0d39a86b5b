import type { ToldPicture } from '../draw-pictures.ts';
import type { Told, ToldComment } from '../projects/project.types.ts';

/** When: so many working days before the first start at a local time, or minutes before it. */
export type ToldTime = readonly [workdaysAgo: number, time: string] | { minutesAgo: number };

export type ToldPost = {
  who: string;
  /** "everyone", a site, a unit or the name of a project. */
  to: string;
  when: ToldTime;
  text: Told;
  /** The office it speaks for. */
  as?: 'board' | 'works-council';
  /** Everybody it is for must read it; so many of them have confirmed. */
  mustRead?: { confirmed: number };
  intent?: 'information' | 'exchange' | 'call_to_act';
  files?: readonly ToldFile[];
  reactions?: readonly (readonly [emoji: string, count: number])[];
  comments?: readonly ToldComment[];
  /** A comment (by its place in the list) that was reported and hidden. */
  hidden?: {
    comment: number;
    reportedBy: string;
    report: string;
    by: string;
    reason: string;
    /** What its author says against it; open still. */
    contested?: string;
  };
  /** Options, with how many have chosen each; it ends so many days after the first start. */
  poll?: {
    options: readonly (readonly [option: string, votes: number])[];
    anonymous?: true;
    closesInDays: number;
  };
  /** Comments were closed after the last one, for this reason. */
  closed?: string;
  /** Passed on by somebody to a unit or project, some minutes later. */
  shared?: { by: string; to: string; text: Told; afterMinutes: number };
  /** A comment that was reported and still waits for a moderator. */
  reported?: { comment: number; by: string; report: string };
};

/** A picture that is drawn for it, or a text file. */
export type ToldFile =
  | { name: string; draw: ToldPicture; alt: string; credit?: string }
  | { name: string; text: string };

export type ToldPin = {
  from: string;
  to: string;
  kind: 'note' | 'question' | 'thanks';
  visibility?: 'everyone' | 'unit' | 'two';
  when: ToldTime;
  text: string;
  answer?: { who?: string; text: string; afterMinutes: number };
  declinedAfterMinutes?: number;
  reactions?: readonly (readonly [emoji: string, count: number])[];
};
