/** How a project stands. Shown as colour, word and icon together. */
export type Health = 'on_track' | 'at_risk' | 'off_track';
