type ToldNotice = {
  who: string;
  /** Every site where left out. */
  site?: string;
  /** So many working days before the first start. */
  since: number;
  title: { de: string; en: string };
  text: { de: string; en: string };
};

/** What hangs on the board by the gate. */
export const NOTICES: readonly ToldNotice[] = [
  {
    who: 'Leyla Demir',
    since: 20,
    title: {
      de: 'Aushangpflichtige Gesetze: wo sie liegen',
      en: 'Laws that must be on display: where to find them',
    },
    text: {
      de: 'Arbeitszeitgesetz, Mutterschutzgesetz, Jugendarbeitsschutzgesetz, Allgemeines Gleichbehandlungsgesetz und die Unfallverhütungsvorschriften liegen an jedem Standort aus:\n\n- **Hamburg**: am Eingang zu Halle 4 und im Empfang\n- **Rostock**: im Pausenraum der Montage\n- **Schweinfurt**: neben der Pforte\n\nBeschwerden nach § 13 AGG nimmt Leyla Demir entgegen, auf Wunsch auch der Betriebsrat.',
      en: 'The Working Hours Act, the Maternity Protection Act, the Youth Employment Protection Act, the General Equal Treatment Act and the accident prevention rules are on display at every site:\n\n- **Hamburg**: at the entrance of Hall 4 and at the reception\n- **Rostock**: in the break room of the assembly\n- **Schweinfurt**: beside the gate\n\nComplaints under section 13 of the Equal Treatment Act go to Leyla Demir or, if you prefer, to the works council.',
    },
  },
  {
    who: 'Renate Brinkmann',
    site: 'hamburg',
    since: 6,
    title: {
      de: 'Betriebsversammlung am Standort Hamburg',
      en: 'Works meeting at the Hamburg site',
    },
    text: {
      de: 'Der Betriebsrat lädt zur Betriebsversammlung nach § 43 BetrVG am **{+11} um 9:30 Uhr in Halle 4**. Tagesordnung: Bericht des Betriebsrats, Schichtmodell ab dem nächsten Jahr, Betriebsvereinbarung zum digitalen Schichtbuch, Fragen. Die Zeit der Teilnahme gilt als Arbeitszeit.',
      en: 'The works council invites you to the works meeting under section 43 of the Works Constitution Act on **{+11} at 9:30 in Hall 4**. Agenda: report of the works council, shift model from next year on, works agreement on the digital shift book, questions. Taking part counts as working time.',
    },
  },
];
