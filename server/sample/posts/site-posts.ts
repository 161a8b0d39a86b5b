import type { ToldPost } from './post.types.ts';

/** What concerns a site. */
export const SITE_POSTS: readonly ToldPost[] = [
  {
    who: 'Henrik Müller',
    to: 'hamburg',
    when: [1, '11:10'],
    intent: 'exchange',
    text: {
      de: 'Was kocht die Kantine zur Wiedereröffnung? Ihr habt bis Ende der Woche Zeit.',
      en: 'What does the canteen cook for its reopening? You have until the end of the week.',
    },
    poll: {
      closesInDays: 4,
      options: [
        ['Pannfisch', 14],
        ['Linsen-Dal', 9],
        ['Labskaus', 5],
        ['Kartoffelgratin', 3],
      ],
    },
  },
  {
    who: 'Holger Tietjen',
    to: 'hamburg',
    when: { minutesAgo: 205 },
    text: {
      de: 'Am {+3} von 6 bis 8 Uhr ist in Halle 1 und 2 das Wasser abgestellt. Kaffee gibt es so lange in Halle 4.',
      en: 'On {+3} from 6 to 8 there is no water in halls 1 and 2. Coffee is in hall 4 meanwhile.',
    },
    files: [
      {
        name: 'Wasser-Zeiten.csv',
        text: 'Halle;von;bis;Ansprechpartner\r\n1;06:00;08:00;Holger Tietjen\r\n2;06:00;07:30;Holger Tietjen\r\n',
      },
    ],
    reactions: [['👍', 6]],
    comments: [['Jürgen Stolzenberg', 'Frühschicht weiß Bescheid.', 25]],
  },
  {
    who: 'Ute Grabowski',
    to: 'hamburg',
    when: [2, '07:55'],
    text: {
      de: 'Der Weg zwischen Tor 2 und Halle 4 ist morgens glatt. Es ist gestreut, geht trotzdem außen herum. Zwei Leute haben sich schon auf den Hosenboden gesetzt, beide mit einem blauen Fleck davongekommen.',
    },
    reactions: [['👍', 11]],
    comments: [['Lutz Oberländer', 'Der eine war ich. Schuhe mit Profil helfen.', 14]],
  },
  {
    who: 'Jörg Windeck',
    to: 'hamburg',
    when: [6, '12:10'],
    text: {
      de: 'Tag der offenen Ausbildung am {+18}: Unsere Azubis zeigen die Werkstatt, die Kinder dürfen fräsen (Wachs, keine Sorge). Wer Nichten, Neffen oder Nachbarn mitbringt, trägt sie bitte bei @lina-ebeling ein.',
    },
    reactions: [
      ['❤️', 9],
      ['👍', 7],
    ],
    comments: [
      [
        'Sandra Meinecke',
        'Meine Tochter (14) möchte wissen, ob Mädchen auch dürfen. Ich habe geantwortet, sie soll selbst fragen.',
        35,
      ],
      ['Aaliyah Mensah', 'Sie soll zu mir kommen. Ich stehe an der Drehbank.', 20],
    ],
  },
  {
    who: 'Yusuf Şahin',
    to: 'halle-4',
    when: { minutesAgo: 52 },
    text: { de: 'Moin, ich bin Yusuf und seit gestern in Halle 4. Wer hat den Schlüssel für Schrank 17?' },
    reactions: [
      ['👍', 8],
      ['❤️', 3],
    ],
    comments: [
      ['Fatima El Amrani', 'Willkommen! Der Schlüssel hängt bei Monika hinter der Tür.', 6],
      ['Dieter Maschmann', 'Und der Schrank klemmt. Oben links drücken, dann ziehen.', 8],
      ['Yusuf Şahin', 'Hat geklappt, danke!', 12],
    ],
  },
  {
    who: 'Dörte Jahnke',
    to: 'rostock',
    when: [1, '11:30'],
    text: {
      de: '98 % Liefertreue im Quartal. Das ist kein Zufall: Die Großmontage hat die Reihenfolge umgestellt, die Gießerei zwei Samstage gearbeitet, das Lager ist umgezogen, ohne dass es jemand gemerkt hat. Am {+4} gibt es Mittagessen auf Kosten des Werks.',
    },
    files: [
      {
        name: 'grossmontage.png',
        draw: 'hall',
        alt: 'Die Großmontage am frühen Morgen: Deckenlicht, ein gelber Kran über der Prüfmaschine',
      },
    ],
    reactions: [
      ['🎉', 14],
      ['💪', 9],
    ],
    comments: [
      ['Kathleen Ahrens', 'Die Frühschicht isst mit.', 18],
      ['Lothar Beese', 'Die Spätschicht auch, nur später.', 5],
    ],
  },
  {
    who: 'Petra Lindow',
    to: 'rostock',
    when: [7, '09:45'],
    text: {
      de: 'Die Gabelstapler 3 und 5 sind in der Prüfung. Bis {+2} bitte mit 1, 2 und 4 auskommen und abends laden, nicht mittags.',
    },
    comments: [
      ['Enrico Zabel', 'Die 4 zieht nach rechts.', 22],
      ['Petra Lindow', 'Ist notiert, Prüfer schaut sie sich gleich mit an.', 13],
    ],
  },
  {
    who: 'Anton Rottenhäusler',
    to: 'schweinfurt',
    when: [2, '15:20'],
    text: {
      de: 'Der 10.000. Kleinantrieb dieses Jahres geht heute raus, nach Bergen. Die Nummer 1 ging im Januar nach Bergen. Die Norweger mögen uns.',
    },
    reactions: [['🎉', 13]],
    comments: [
      ['Özlem Kılıç', 'Den habe ich gebaut! Gruß liegt im Karton.', 27],
      ['Josef Hümmer', 'Hoffentlich keiner mit Fettfinger 😄', 9],
    ],
  },
  {
    who: 'Ulrike Pfannmüller',
    to: 'schweinfurt',
    when: [8, '10:15'],
    text: {
      de: 'Grippeimpfung im Sanitätsraum am {+6}, 7 bis 11 Uhr. Ohne Anmeldung, Spätschicht bekommt den zweiten Termin am Nachmittag.',
    },
    reactions: [['👍', 5]],
  },
  {
    who: 'Tjark Onken',
    to: 'schweinfurt',
    when: [14, '17:05'],
    intent: 'exchange',
    text: {
      de: 'Wer fährt ab Bad Kissingen und hätte einen Platz frei? Mein Bus ist seit dem Fahrplanwechsel eine Stunde zu früh.',
    },
    comments: [
      ['Veronika Stahl', 'Ich fahre 6:20 ab Bahnhof, Platz ist da. Schreib mir.', 40],
      ['Tjark Onken', 'Gold wert, danke!', 12],
    ],
  },
];
