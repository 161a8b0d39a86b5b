/** A poll as the reader may see it. */
export type PollView = {
  multiple: boolean;
  anonymous: boolean;
  closesAt: string;
  closed: boolean;
  /** How many took part. */
  voters: number;
  voted: boolean;
  /** `votes` is null while the reader may not see how it stands; `mine` is what they chose, where that is known. */
  options: { id: string; text: string; votes: number | null; mine: boolean }[];
  abilities: { vote: boolean; export: boolean };
  /** Ended, with too few voters to say anything. */
  withheld: boolean;
};
