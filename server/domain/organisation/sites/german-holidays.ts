export type PublicHoliday = { on: string; nameEn: string; nameDe: string };

type Rule = {
  nameEn: string;
  nameDe: string;
  /** Month and day, or days after Easter Sunday. */
  date?: readonly [month: number, day: number];
  easter?: number;
  /** The states in which all of it is a holiday; everywhere when left out. */
  states?: readonly string[];
  since?: number;
};

// The holiday acts of the sixteen states, as in force in 2026. Days that only some municipalities
// keep (Augsburg's Peace Festival, Corpus Christi in parts of Saxony and Thuringia) are left out:
// the site's own calendar takes them.
const RULES: readonly Rule[] = [
  { nameEn: "New Year's Day", nameDe: 'Neujahr', date: [1, 1] },
  { nameEn: 'Epiphany', nameDe: 'Heilige Drei Könige', date: [1, 6], states: ['BW', 'BY', 'ST'] },
  { nameEn: "International Women's Day", nameDe: 'Frauentag', date: [3, 8], states: ['BE'], since: 2019 },
  { nameEn: "International Women's Day", nameDe: 'Frauentag', date: [3, 8], states: ['MV'], since: 2023 },
  { nameEn: 'Good Friday', nameDe: 'Karfreitag', easter: -2 },
  { nameEn: 'Easter Sunday', nameDe: 'Ostersonntag', easter: 0, states: ['BB', 'HE'] },
  { nameEn: 'Easter Monday', nameDe: 'Ostermontag', easter: 1 },
  { nameEn: 'Labour Day', nameDe: 'Tag der Arbeit', date: [5, 1] },
  { nameEn: 'Ascension Day', nameDe: 'Christi Himmelfahrt', easter: 39 },
  { nameEn: 'Whit Sunday', nameDe: 'Pfingstsonntag', easter: 49, states: ['BB', 'HE'] },
  { nameEn: 'Whit Monday', nameDe: 'Pfingstmontag', easter: 50 },
  {
    nameEn: 'Corpus Christi',
    nameDe: 'Fronleichnam',
    easter: 60,
    states: ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'],
  },
  { nameEn: 'Assumption Day', nameDe: 'Mariä Himmelfahrt', date: [8, 15], states: ['BY', 'SL'] },
  { nameEn: "World Children's Day", nameDe: 'Weltkindertag', date: [9, 20], states: ['TH'], since: 2019 },
  { nameEn: 'German Unity Day', nameDe: 'Tag der Deutschen Einheit', date: [10, 3] },
  {
    nameEn: 'Reformation Day',
    nameDe: 'Reformationstag',
    date: [10, 31],
    states: ['BB', 'HB', 'HH', 'MV', 'NI', 'SH', 'SN', 'ST', 'TH'],
  },
  {
    nameEn: "All Saints' Day",
    nameDe: 'Allerheiligen',
    date: [11, 1],
    states: ['BW', 'BY', 'NW', 'RP', 'SL'],
  },
  { nameEn: 'Christmas Day', nameDe: '1. Weihnachtstag', date: [12, 25] },
  { nameEn: 'St Stephen’s Day', nameDe: '2. Weihnachtstag', date: [12, 26] },
];

/**
 * Public holidays of a German state in a year, by ISO 3166-2 code ("DE-HH"), in order of the year.
 * Empty for other regions: their sites enter their own days.
 */
export function germanHolidays(region: string, year: number): PublicHoliday[] {
  const state = /^DE-([A-Z]{2})$/.exec(region)?.[1];
  if (!state) return [];
  const easter = easterSunday(year);
  const days = RULES.filter(
    (rule) => (!rule.states || rule.states.includes(state)) && year >= (rule.since ?? 0),
  ).map(({ nameEn, nameDe, date, easter: offset }) => ({
    on: date ? iso(Date.UTC(year, date[0] - 1, date[1])) : iso(easter + (offset ?? 0) * 86_400_000),
    nameEn,
    nameDe,
  }));
  // Saxony: Day of Repentance, the Wednesday before 23 November.
  if (state === 'SN') {
    const last = new Date(Date.UTC(year, 10, 22));
    const back = (last.getUTCDay() + 4) % 7;
    days.push({
      on: iso(last.getTime() - back * 86_400_000),
      nameEn: 'Day of Repentance',
      nameDe: 'Buß- und Bettag',
    });
  }
  return days.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Easter Sunday (Gregorian) at UTC midnight, by the anonymous computus (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day);
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
