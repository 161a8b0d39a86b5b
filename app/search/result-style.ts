/** One result: the whole row leads where its title leads. */
export const ROW = 'relative flex gap-3 px-4 py-3.5 transition-colors hover:bg-sunk/60 md:px-5';
export const TITLE = 'font-semibold break-words after:absolute after:inset-0 hover:underline';
