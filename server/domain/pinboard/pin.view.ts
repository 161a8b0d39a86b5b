import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { PinKind, PinVisibility, QuestionState } from '#server/platform/database/schema.ts';
import type { PinAbilities, PinRefusal } from './pinboard.policy.ts';

/** A question's state. When it was due is nobody's business but that of the two who wait and answer. */
export type QuestionView = {
  state: QuestionState;
  /** Null once it has passed, except for the asker and whoever answers. */
  dueAt: string | null;
  overdue: boolean;
  /** Who answers, where that is not the owner of the board. */
  answerer: PersonRef | null;
  /** The reader is to answer it. */
  askedOfMe: boolean;
  /** Who handed it on to whoever answers now. */
  forwardedBy: PersonRef | null;
  /** Whom it would be handed on to, where whoever asked has to agree; told to those whom it concerns. */
  proposedTo: PersonRef | null;
  /** The answer of which whoever asked said that it helped. */
  acceptedId: string | null;
};

/** Whether all may find question and answer, and who of the two has said so. */
export type SharingView = {
  shared: boolean;
  mine: boolean;
  others: boolean;
  /** The other one of the two; null for everybody else. */
  other: PersonRef | null;
};

/** A note, question or thanks on a board, as the reader may see it. */
export type PinView = {
  entry: EntryView;
  owner: PersonRef;
  kind: PinKind;
  visibility: PinVisibility;
  keptOnTop: boolean;
  question: QuestionView | null;
  sharing: SharingView | null;
  answers: EntryView[];
  /** Comments below it, answers not counted. */
  commentCount: number;
  hiddenByOwner: boolean;
  abilities: PinAbilities;
};

/** A page of a board, with all that the composer needs to say before something is sent. */
export type BoardView = {
  ownerId: string;
  /** Switched off; others than the owner then see no pins. */
  off: boolean;
  /** Why this reader can leave nothing; null when they can. */
  refusal: PinRefusal | null;
  visibilities: PinVisibility[];
  unitName: string | null;
  /** Who will be asked in the owner's place, as things stand. */
  standIn: { person: PersonRef; shortName: string; as: 'deputy' | 'manager' } | null;
  top: PinView[];
  pins: PinView[];
  /** Goes into `after` for older pins; null at the end. */
  next: string | null;
};

/** Pins of several boards. */
export type PinPage = { pins: PinView[]; next: string | null };
