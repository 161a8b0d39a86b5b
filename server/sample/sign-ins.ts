/** The one password of all sign-ins of the sample company. */
export const SAMPLE_PASSWORD = 'flurfunk-demo';

/** Who can sign in to the sample company, for the lines printed at start. */
export const SAMPLE_SIGN_INS = [
  { identifier: 'employee@demo.test', who: 'Ronja Weiß, Product Owner Atlas' },
  { identifier: 'lead@demo.test', who: 'Aylin Kaya, leads Atlas' },
  { identifier: 'admin@demo.test', who: 'Björn Ahlers, administrator' },
  { identifier: 'reader@demo.test', who: 'Wilhelmine Tannenberg-Öztürk, supervisory board, reads only' },
  { identifier: 'betriebsrat@demo.test', who: 'Renate Brinkmann, works council' },
  { identifier: '40117', who: 'Yusuf Şahin, Hall 4, no e-mail address' },
] as const;
