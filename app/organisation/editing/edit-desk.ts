import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import type { Consequence } from '#server/domain/organisation/editing/consequences.ts';
import type { EditLine, SeatToEdit } from '#server/domain/organisation/editing/edits.queries.ts';

export type Named = { id: string; name: string };

/** What lies before somebody who edits a chart: the seat in focus, the latest edits, what there is to choose from. */
export type EditDesk = { seat: SeatToEdit | null; edits: EditLine[]; units: Named[]; sites: Named[] };

export type Done = { editId: string; chartId: string; positionId: string; from: string };
export type EditAnswer =
  | { preview: Consequence[] }
  | { done: Done }
  | { undone: string }
  | { errors: FormErrors; values: Record<string, string> };

/** One of many that a field finds. */
export type Choice = { id: string; label: string; detail: string };

/** What the page without script was answered: to which form, what stood in it, and what is wrong or would follow. */
export type PlainAnswer = {
  /** Empty where it was no edit. */
  edit: string;
  values: Record<string, string>;
  errors?: FormErrors;
  /** Among whom to choose, where what was typed fits several, by field. */
  choices?: Record<string, Choice[]>;
  preview?: Consequence[];
};

/** A card that was let go of over another one, and when: the same move may be tried again. */
export type Dropped = { positionId: string; managerId: string; managerName: string; at: number };
