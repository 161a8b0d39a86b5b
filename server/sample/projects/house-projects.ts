import type { ToldProject } from './project.types.ts';

/** Canteen, onboarding, safety, intranet: what everybody meets. */
export const HOUSE_PROJECTS: readonly ToldProject[] = [
  {
    name: 'Kantine 2.0',
    en: 'A canteen that also works for the late shift: two counters, bread from Altona, and a menu one can read before queueing.',
    de: 'Eine Kantine, die auch für die Spätschicht taugt: zwei Ausgaben, Brot aus Altona und ein Speiseplan, den man vor dem Anstellen lesen kann.',
    unit: 'canteen',
    lead: 'Carmen Pfeifer',
    deputy: 'Luigi Conti',
    sponsor: 'Inés García',
    startedDaysAgo: 120,
    target: '+52',
    milestones: [
      { en: 'Vote on the bread', de: 'Abstimmung über das Brot', originalIn: -40, doneIn: -38 },
      { en: 'Second counter open', de: 'Zweite Ausgabe geöffnet', originalIn: -3, targetIn: 2 },
      { en: 'Late shift menu', de: 'Angebot für die Spätschicht', originalIn: 30 },
    ],
    seats: [
      ['Carmen Pfeifer', 'Projektleitung'],
      ['Luigi Conti', 'Küche', 'Carmen Pfeifer'],
      ['Heidi Lohse', 'Ausgabe und Kasse', 'Carmen Pfeifer'],
      ['Holger Tietjen', 'Umbau', 'Carmen Pfeifer'],
      ['Ralf Gutschmidt', 'Stimme der Frühschicht', 'Carmen Pfeifer'],
      ['Hülya Şimşek', 'Stimme der Spätschicht', 'Carmen Pfeifer'],
    ],
    followers: ['Ronja Weiß', 'Paul Otto', 'Monika Drews', 'Renate Brinkmann', 'Felix Amann'],
    weekday: 3,
    time: '14:20',
    statuses: [
      {
        weeksAgo: 7,
        health: 'on_track',
        text: { de: 'Der Umbau beginnt mit der Spülküche. Gekocht wird weiter, nur an zwei Tagen kalt.' },
      },
      {
        weeksAgo: 6,
        health: 'on_track',
        text: {
          de: 'Die Abstimmung läuft: vier Bäckereien, ein Brot. Bis Freitag liegt die Liste an der Kasse.',
        },
      },
      {
        weeksAgo: 5,
        health: 'on_track',
        text: {
          de: '612 Stimmen, Altona hat gewonnen. Zweiter wurde das Roggenbrot aus Rostock, nur knapp.',
        },
        reactions: [['🎉', 12]],
      },
      {
        weeksAgo: 4,
        health: 'at_risk',
        text: {
          de: 'Die Lüftung für die zweite Ausgabe kommt eine Woche später. Wir prüfen, ob wir mit halber Leistung öffnen dürfen.',
        },
        blockers: { de: 'Lüftung der zweiten Ausgabe', en: 'Ventilation of the second counter' },
      },
      {
        weeksAgo: 3,
        health: 'on_track',
        text: {
          de: 'Arbeitssicherheit und Lüftungsbauer haben sich geeinigt: Wir dürfen mit halber Leistung öffnen.',
        },
      },
      {
        weeksAgo: 2,
        health: 'on_track',
        text: { de: 'Die Theke steht. Wer mag, kann heute ab 15 Uhr Probe stehen und sagen, was fehlt.' },
      },
      {
        weeksAgo: 1,
        health: 'on_track',
        text: {
          de: 'Letzte Woche der Bauarbeiten, bitte den Eingang über den Hof nehmen.',
          en: 'Last week of construction; please use the entrance from the yard.',
        },
      },
      {
        weeksAgo: 0,
        health: 'on_track',
        text: {
          de: 'Ab Montag wird wieder gekocht, mit zwei Ausgaben. Die Karte für die Spätschicht probieren wir mit Halle 4 zuerst.',
          en: 'We cook again from Monday, at two counters. Hall 4 tries the late shift menu first.',
        },
        reactions: [
          ['🎉', 9],
          ['❤️', 4],
        ],
        comments: [
          ['Hülya Şimşek', 'Die Spätschicht sagt danke. Bitte etwas Warmes auch nach 20 Uhr.', 31],
          ['Luigi Conti', 'Suppe bis 21:30, versprochen.', 12],
        ],
      },
    ],
  },
  {
    name: 'Onboarding app',
    en: 'Everything a new colleague needs in the first two weeks, on one page: whom to meet, where the shoes are, how to sign in.',
    de: 'Alles, was neue Kolleginnen und Kollegen in den ersten zwei Wochen brauchen, auf einer Seite: wen man trifft, wo es die Schuhe gibt, wie man sich anmeldet.',
    unit: 'hr',
    lead: 'Nora Jacobsen',
    deputy: 'Robin Czerny',
    sponsor: 'Inés García',
    startedDaysAgo: 150,
    target: '+70',
    milestones: [
      { en: 'First version for offices', de: 'Erste Fassung für Büros', originalIn: -30, doneIn: -30 },
      { en: 'Version for the halls', de: 'Fassung für die Hallen', originalIn: 20 },
    ],
    seats: [
      ['Nora Jacobsen', 'Project Lead'],
      ['Robin Czerny', 'Development', 'Nora Jacobsen'],
      ['Mara Süß-Lindemann', 'Advisor', 'Nora Jacobsen'],
      ['Giorgos Papadopoulos', 'Recruiting', 'Nora Jacobsen'],
      ['Jörg Windeck', 'Apprentices', 'Nora Jacobsen'],
      ['Zeynep Arslan', 'Accounts and devices', 'Robin Czerny'],
      ['Paulina Wrobel', 'Plain language', 'Nora Jacobsen'],
      ['Ronja Weiß', 'Test group', 'Nora Jacobsen'],
    ],
    followers: ['Anke Feddersen', 'Ute Grabowski'],
    weekday: 2,
    time: '09:50',
    statuses: [
      {
        weeksAgo: 7,
        health: 'on_track',
        text: {
          en: 'Ten interviews with people who started this year. Nobody missed a video, everybody missed a map.',
        },
      },
      {
        weeksAgo: 6,
        health: 'on_track',
        text: {
          en: 'The map of hall 4 is in, drawn by the apprentices. It is better than the official one.',
        },
      },
      {
        weeksAgo: 5,
        health: 'on_track',
        text: { en: 'Offices use it since Monday. 14 of 15 new colleagues finished the first day list.' },
        reactions: [['👍', 6]],
      },
      {
        weeksAgo: 4,
        health: 'on_track',
        text: {
          en: 'Texts are being shortened by @paulina-wrobel. The safety page went from 900 to 210 words.',
        },
      },
      {
        weeksAgo: 3,
        health: 'on_track',
        text: {
          en: 'Printed one-time codes work at the terminals, so nobody needs an e-mail address on day one.',
        },
      },
      {
        weeksAgo: 2,
        health: 'on_track',
        text: {
          en: 'Test with five people of the late shift. Their wish: Turkish and Polish for the safety page.',
        },
      },
      {
        weeksAgo: 1,
        health: 'on_track',
        text: {
          en: 'Translations are ordered. Everything else for the halls is on plan.',
          de: 'Die Übersetzungen sind bestellt. Alles andere für die Hallen liegt im Plan.',
        },
      },
      {
        weeksAgo: 0,
        health: 'on_track',
        text: {
          en: 'The version for the halls is in test with hall 4. We look for two people from Schweinfurt who start next month.',
          de: 'Die Fassung für die Hallen ist in Halle 4 im Test. Wir suchen zwei Leute aus Schweinfurt, die nächsten Monat anfangen.',
        },
        helpWanted: {
          en: 'Two new colleagues from Schweinfurt for the test',
          de: 'Zwei Neue aus Schweinfurt für den Test',
        },
        reactions: [['👍', 4]],
        comments: [
          ['Ulrike Pfannmüller', 'Ich frage die beiden, die am 1. anfangen. Sie freuen sich bestimmt.', 55],
        ],
      },
    ],
  },
  {
    name: 'ISO 45001 Rezertifizierung',
    en: 'Renewal of our certificate for occupational health and safety at all three sites.',
    de: 'Erneuerung unseres Zertifikats für Sicherheit und Gesundheit bei der Arbeit, an allen drei Standorten.',
    unit: 'safety',
    lead: 'Ute Grabowski',
    deputy: 'Hendrik Stoll',
    sponsor: 'Leyla Demir',
    lifecycle: 'done',
    startedDaysAgo: 240,
    target: '-16',
    milestones: [
      { en: 'Internal audit', de: 'Internes Audit', originalIn: -75, doneIn: -75 },
      { en: 'External audit', de: 'Externes Audit', originalIn: -20, doneIn: -19 },
    ],
    seats: [
      ['Ute Grabowski', 'Projektleitung'],
      ['Hendrik Stoll', 'Brandschutz', 'Ute Grabowski'],
      ['Jasmin Roth', 'Arbeitsmedizin', 'Ute Grabowski'],
      ['Mandy Köpke', 'Rostock', 'Ute Grabowski'],
      ['Constanze Hirsch', 'Schweinfurt', 'Ute Grabowski'],
    ],
    weekday: 4,
    time: '13:10',
    statuses: [
      {
        weeksAgo: 9,
        health: 'on_track',
        text: { de: 'Das interne Audit ist durch: elf Hinweise, keine Abweichung.' },
      },
      {
        weeksAgo: 7,
        health: 'on_track',
        text: { de: 'Neun von elf Hinweisen erledigt. Es fehlen zwei Unterweisungen in Rostock.' },
      },
      {
        weeksAgo: 5,
        health: 'at_risk',
        text: {
          de: 'Die Gefahrstoffliste der Gießerei ist nicht vollständig. Wir holen das mit dem Labor nach.',
        },
        blockers: { de: 'Gefahrstoffliste Gießerei', en: 'List of hazardous substances, foundry' },
      },
      {
        weeksAgo: 4,
        health: 'on_track',
        text: { de: 'Die Liste ist vollständig, 43 Stoffe, alle mit Betriebsanweisung am Platz.' },
      },
      {
        weeksAgo: 2,
        health: 'on_track',
        text: {
          de: 'Bestanden, ohne Abweichung. Der Auditor hat die Ersthelferinnen in Halle 2 ausdrücklich gelobt. Damit ist das Projekt fertig, danke an alle drei Standorte.',
          en: 'Passed, without a finding. The auditor praised the first aiders in hall 2 in particular. The project is done; thank you to all three sites.',
        },
        reactions: [
          ['🎉', 14],
          ['👍', 8],
        ],
        comments: [['Gudrun Wessel', 'Das gebe ich in Halle 2 gern weiter!', 40]],
      },
    ],
  },
  {
    name: 'Lieferantenportal',
    en: 'One place where suppliers confirm dates, send drawings and see their invoices. Paused until Atlas is live.',
    de: 'Ein Ort, an dem Lieferanten Termine bestätigen, Zeichnungen schicken und ihre Rechnungen sehen. Pausiert, bis Atlas läuft.',
    unit: 'purchasing',
    lead: 'Giulia Rossi',
    partOf: 'Atlas – ERP rollout',
    deputy: 'Malte Diederichsen',
    sponsor: 'Nadia Azizi',
    lifecycle: 'paused',
    cadence: 'monthly',
    startedDaysAgo: 210,
    target: '+160',
    milestones: [
      {
        en: 'Three pilot suppliers named',
        de: 'Drei Pilotlieferanten benannt',
        originalIn: -60,
        doneIn: -58,
      },
    ],
    seats: [
      ['Giulia Rossi', 'Project Lead'],
      ['Malte Diederichsen', 'Castings', 'Giulia Rossi'],
      ['Oksana Bondarenko', 'Bearings', 'Giulia Rossi'],
      ['عمر الخطيب', 'Integration', 'Giulia Rossi'],
    ],
    weekday: 1,
    time: '11:30',
    statuses: [
      {
        weeksAgo: 16,
        health: 'on_track',
        text: { en: 'Twenty suppliers answered our survey. Seventeen would rather log in than send a fax.' },
      },
      {
        weeksAgo: 12,
        health: 'on_track',
        text: { en: 'Three pilots are named: a foundry, a bearing maker, a carpenter for crates.' },
      },
      {
        weeksAgo: 8,
        health: 'at_risk',
        movedTo: '+235',
        slipReason: {
          en: 'The integration team works for Atlas until its go-live.',
          de: 'Das Integrationsteam arbeitet bis zum Go-live für Atlas.',
        },
        text: {
          en: 'We share developers with Atlas, and Atlas comes first. We pause in an orderly way and start again after its go-live.',
        },
        comments: [['Nadia Azizi', 'Right decision. Thank you for saying it early.', 90]],
      },
    ],
  },
];
