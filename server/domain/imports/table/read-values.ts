/** A share of a seat in percent (1 to 100) from "0.5", "0,5", "50 %" or "50"; null where it cannot be read. */
export function readShare(text: string): number | null {
  if (text === '') return 100;
  const match = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/.exec(text);
  if (!match) return null;
  const number = Number((match[1] ?? '').replace(',', '.'));
  // Up to 1.5 it is a full-time equivalent; above, a percentage.
  const percent = match[2] === '%' || number > 1.5 ? number : number * 100;
  if (!Number.isFinite(percent) || percent <= 0 || percent > 150) return null;
  return Math.min(100, Math.max(1, Math.round(percent)));
}

/** A day as YYYY-MM-DD from ISO, German (31.12.2024) or slashed dates with an unmistakable order; null where it cannot be read. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (german) return day(Number(german[3]), Number(german[2]), Number(german[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!slashed) return null;
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  if (first > 12) return day(year, second, first);
  // 03/04/2024 is March to some and April to others: not guessed.
  return second > 12 || first === second ? day(year, first, second) : null;
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth)
    return null;
  return date.toISOString().slice(0, 10);
}

/** A whole number from a rank cell, or null. */
export function readRank(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
