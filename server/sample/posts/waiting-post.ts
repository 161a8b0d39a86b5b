/** A post that was written ahead: it comes out in the morning, three days after the first start. */
export const WAITING_POST = {
  who: 'Aylin Kaya',
  to: 'Atlas – ERP rollout',
  at: '08:30',
  text: {
    en: 'Good morning! The second dress rehearsal of the migration starts today at 18:00. Please close your bookings by 17:30; the old system is read-only until tomorrow at 6:00.',
    de: 'Guten Morgen! Heute um 18:00 Uhr beginnt die zweite Generalprobe der Migration. Bitte schließt eure Buchungen bis 17:30 Uhr ab; das alte System ist bis morgen um 6:00 Uhr nur lesbar.',
  },
} as const;
