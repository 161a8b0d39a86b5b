/** As most companies have them: eight to a manager, a unit for forty, five sites. */
const REPORTS = 8;
const IN_UNIT = 40;
export const SITES = ['Hamburg', 'Rostock', 'Schweinfurt', 'Gdańsk', 'Linz'];
const HEADER =
  'Position ID,Job title,Vorname,Nachname,Personnel number,Reports to,Unit,Parent unit,Site,Grade,FTE';

/** An organogram of so many seats, each with somebody on it, as a personnel system writes it down. */
export function organogram(size: number): Uint8Array {
  const lines = Array.from({ length: size }, (_, n) => {
    const boss = n === 0 ? '' : `P${Math.floor((n - 1) / REPORTS)}`;
    const unit = Math.floor(n / IN_UNIT);
    const above = unit === 0 ? '' : `Abteilung ${Math.floor((unit - 1) / REPORTS)}`;
    const site = SITES[unit % SITES.length];
    return `P${n},Sachbearbeitung Planung ${n % 300},Aylin ${n},Weiß-Öztürk ${n % 977},${n},${boss},Abteilung ${unit},${above},${site},E${n % 12},1.0`;
  });
  return new TextEncoder().encode(`${[HEADER, ...lines].join('\n')}\n`);
}
