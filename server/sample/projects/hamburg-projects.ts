import type { ToldProject } from './project.types.ts';

/** Halls, warehouse and energy in Hamburg. */
export const HAMBURG_PROJECTS: readonly ToldProject[] = [
  {
    name: 'Lagerlogistik Nord',
    en: 'Hamburg and Rostock share one high-bay warehouse and one list of stock. Parts arrive at the machine, not at the gate.',
    de: 'Hamburg und Rostock nutzen ein gemeinsames Hochregallager und einen Bestand. Teile kommen an die Maschine, nicht ans Tor.',
    unit: 'logistics',
    lead: 'Ingo Fahrenkrog',
    partOf: 'Atlas – ERP rollout',
    deputy: 'Nadine Scholz',
    sponsor: 'Leyla Demir',
    startedDaysAgo: 260,
    target: '+24',
    milestones: [
      { en: 'Racks accepted', de: 'Regale abgenommen', originalIn: -35, targetIn: -12 },
      { en: 'Fire protection accepted', de: 'Brandschutz abgenommen', originalIn: -14, targetIn: 40 },
      { en: 'First pallet', de: 'Erste Palette', originalIn: 10, targetIn: 75 },
    ],
    seats: [
      ['Ingo Fahrenkrog', 'Projektleitung'],
      ['Nadine Scholz', 'Lager Hamburg', 'Ingo Fahrenkrog'],
      ['Petra Lindow', 'Lager Rostock', 'Ingo Fahrenkrog'],
      ['Gerrit Boysen', 'Versand', 'Ingo Fahrenkrog'],
      ['Hendrik Stoll', 'Brandschutz', 'Ingo Fahrenkrog'],
      ['Svenja Brodersen', 'ERP', 'Ingo Fahrenkrog'],
      ['Ronja Weiß', 'Abstimmung mit Atlas', 'Ingo Fahrenkrog'],
    ],
    followers: ['Aylin Kaya', 'Klaus-Dieter Petersen', 'Dörte Jahnke', 'Henrik Müller'],
    weekday: 4,
    time: '16:05',
    statuses: [
      {
        weeksAgo: 8,
        health: 'on_track',
        text: { de: 'Die Regale stehen zu zwei Dritteln. Montage im Plan.' },
      },
      {
        weeksAgo: 7,
        health: 'on_track',
        text: { de: 'Der Boden ist eben genug: 2 mm auf 10 m, erlaubt sind 3.' },
      },
      {
        weeksAgo: 6,
        health: 'at_risk',
        text: { de: 'Dem Lieferanten der Regalbediengeräte fehlen Steuerungen. Termin unklar.' },
        blockers: { de: 'Steuerungen der Regalbediengeräte', en: 'Controllers for the stacker cranes' },
      },
      {
        weeksAgo: 5,
        health: 'at_risk',
        text: {
          de: 'Zwei von vier Steuerungen sind unterwegs. Wir rechnen mit einer Verspätung von zwei Wochen.',
        },
      },
      {
        weeksAgo: 4,
        health: 'at_risk',
        text: {
          de: 'Ohne Brandschutzabnahme keine Einlagerung, ohne Sprinklerpumpe keine Abnahme. Die Pumpe wird gerade geprüft.',
        },
        blockers: { de: 'Sprinklerpumpe', en: 'Sprinkler pump' },
      },
      {
        weeksAgo: 3,
        health: 'off_track',
        movedTo: '+52',
        slipReason: {
          de: 'Die Sprinklerpumpe hat die Prüfung nicht bestanden und wird neu bestellt.',
          en: 'The sprinkler pump failed its test and is ordered anew.',
        },
        text: {
          de: 'Die Sprinklerpumpe ist durchgefallen. Eine neue hat vier Wochen Lieferzeit; so lange steht alles dahinter still.',
        },
        blockers: { de: 'Sprinklerpumpe', en: 'Sprinkler pump' },
        helpWanted: { de: 'Kontakt zu einem Händler mit Lagerbestand', en: 'A dealer who has one in stock' },
        comments: [['Heiko Sundermann', 'Ich frage unsere beiden Händler in Bremen und Kiel an.', 25]],
      },
      {
        weeksAgo: 2,
        health: 'off_track',
        text: {
          de: 'Kiel hat eine baugleiche Pumpe, aber gebraucht. Der Sachverständige prüft, ob das geht.',
        },
      },
      {
        weeksAgo: 1,
        health: 'off_track',
        movedTo: '+89',
        slipReason: {
          de: 'Keine gebrauchte Pumpe erlaubt; die neue kommt erst im nächsten Quartal.',
          en: 'No used pump allowed; the new one comes next quarter.',
        },
        text: {
          de: 'Der Sachverständige hat abgelehnt: keine gebrauchte Pumpe. Neuer Termin mit ehrlichem Puffer, damit ihr planen könnt.',
          en: 'The surveyor said no to a used pump. A new date with an honest buffer, so that you can plan.',
        },
        blockers: { de: 'Sprinklerpumpe', en: 'Sprinkler pump' },
        reactions: [['💪', 7]],
        comments: [
          [
            'Leyla Demir',
            'Danke für die klaren Worte. Rostock lagert so lange extern, das Budget ist frei.',
            70,
          ],
          ['Petra Lindow', 'Wir haben Platz für 300 Paletten gefunden, zehn Minuten vom Werk.', 130],
        ],
      },
    ],
  },
  {
    name: 'Montagelinie Halle 4',
    en: 'Gearboxes are assembled in a flow instead of in bays: shorter ways, lighter lifting, one gearbox a shift more.',
    de: 'Getriebe werden im Fluss montiert statt in Buchten: kürzere Wege, leichteres Heben, ein Getriebe mehr je Schicht.',
    unit: 'halle-4',
    lead: 'Monika Drews',
    deputy: 'Merle Asmussen',
    sponsor: 'Klaus-Dieter Petersen',
    startedDaysAgo: 170,
    target: '+45',
    milestones: [
      { en: 'Lifting aids tested', de: 'Hebehilfen erprobt', originalIn: -28, doneIn: -21 },
      { en: 'Station 3 moved', de: 'Station 3 umgezogen', originalIn: -5, targetIn: 9 },
      { en: 'First gearbox from the line', de: 'Erstes Getriebe von der Linie', originalIn: 31 },
    ],
    seats: [
      ['Monika Drews', 'Projektleitung'],
      ['Merle Asmussen', 'Planung', 'Monika Drews'],
      ['Ralf Gutschmidt', 'Frühschicht', 'Monika Drews'],
      ['Hülya Şimşek', 'Spätschicht', 'Monika Drews'],
      ['Torben Jessen', 'Mechatronik', 'Merle Asmussen'],
      ['Lutz Oberländer', 'Kran', 'Merle Asmussen'],
      ['Ute Grabowski', 'Ergonomie', 'Monika Drews'],
      ['Kerstin Wulff', 'MES', 'Merle Asmussen'],
    ],
    followers: ['Renate Brinkmann', 'Jonas Böttger', 'Ilka Meyn'],
    weekday: 1,
    time: '12:45',
    statuses: [
      {
        weeksAgo: 7,
        health: 'on_track',
        text: {
          de: 'Kartonmodell der Linie im Maßstab 1:1. Drei Ideen aus der Frühschicht sind schon eingebaut.',
        },
        reactions: [['👍', 7]],
      },
      {
        weeksAgo: 6,
        health: 'on_track',
        text: { de: 'Die Hebehilfen sind da. Lutz und Torben erproben sie an zwei Getrieben.' },
      },
      {
        weeksAgo: 5,
        health: 'on_track',
        text: { de: 'Hebehilfe 2 pendelt. Der Hersteller kommt mit einem kürzeren Ausleger.' },
      },
      {
        weeksAgo: 4,
        health: 'on_track',
        text: {
          de: 'Neuer Ausleger, kein Pendeln mehr. Ergonomiewerte von Ute: von Rot auf Grün an vier Plätzen.',
        },
        reactions: [['🎉', 8]],
      },
      {
        weeksAgo: 3,
        health: 'on_track',
        text: { de: 'Station 1 und 2 stehen am neuen Platz. Produktion lief daneben weiter.' },
      },
      {
        weeksAgo: 2,
        health: 'at_risk',
        text: {
          de: 'Station 3 braucht Strom von der anderen Hallenseite. Die Instandhaltung prüft die Kabelwege.',
        },
        blockers: { de: 'Stromversorgung Station 3', en: 'Power supply for station 3' },
      },
      {
        weeksAgo: 1,
        health: 'at_risk',
        movedTo: '+52',
        slipReason: {
          de: 'Die Stromversorgung für Station 3 muss über die Kranbahn geführt werden.',
          en: 'The power for station 3 has to be led along the crane runway.',
        },
        text: {
          de: 'Das Kabel geht über die Kranbahn, dafür muss der Kran einen Samstag stehen. Eine Woche später als geplant.',
        },
        helpWanted: { de: 'Zwei Elektroniker an einem Samstag', en: 'Two electricians on a Saturday' },
        comments: [
          ['Holger Tietjen', 'Ayşe und Karsten haben sich für den Samstag gemeldet.', 45],
          ['Monika Drews', 'Klasse. Frühstück geht auf die Halle.', 10],
        ],
      },
      {
        weeksAgo: 0,
        health: 'at_risk',
        text: {
          de: 'Der Samstag ist genehmigt, Material liegt bereit. Bis das Kabel liegt, bleiben wir vorsichtig bei Gelb.',
          en: 'The Saturday shift is approved and the material is here. Until the cable is in place we stay at risk, to be careful.',
        },
      },
    ],
  },
  {
    name: 'Energiemonitoring Hamburg',
    en: 'Meters at every large machine, so that we see what costs and switch off what nobody needs at night.',
    de: 'Zähler an jeder großen Maschine, damit wir sehen, was kostet, und nachts abschalten, was niemand braucht.',
    unit: 'maintenance',
    lead: 'Ewa Nowak',
    deputy: 'Karsten Voß',
    sponsor: 'Nadia Azizi',
    cadence: 'fortnightly',
    startedDaysAgo: 300,
    target: '+33',
    milestones: [
      { en: '60 meters installed', de: '60 Zähler eingebaut', originalIn: -90, doneIn: -84 },
      { en: 'All 140 meters installed', de: 'Alle 140 Zähler eingebaut', originalIn: 12 },
    ],
    seats: [
      ['Ewa Nowak', 'Projektleitung'],
      ['Karsten Voß', 'Einbau', 'Ewa Nowak'],
      ['Ayşe Doğan', 'Einbau', 'Ewa Nowak'],
      ['Rieke Hoffmann', 'Auswertung', 'Ewa Nowak'],
      ['Gudrun Wessel', 'Härterei', 'Ewa Nowak'],
    ],
    followers: ['Marta Zielińska', 'Holger Tietjen'],
    weekday: 2,
    time: '15:30',
    statuses: [
      {
        weeksAgo: 12,
        health: 'on_track',
        text: {
          de: '84 von 140 Zählern messen. Größter Verbraucher am Wochenende: die Druckluft, mit Abstand.',
        },
      },
      {
        weeksAgo: 10,
        health: 'on_track',
        text: {
          de: 'Drei Leckagen in der Druckluft gefunden und geschlossen. Das spart etwa 900 € im Monat.',
        },
        reactions: [['👍', 10]],
      },
      {
        weeksAgo: 8,
        health: 'on_track',
        text: {
          de: '97 Zähler. Die Härterei fährt ihre Öfen jetzt nacheinander an, das nimmt die Spitze weg.',
        },
      },
      {
        weeksAgo: 6,
        health: 'at_risk',
        text: { de: 'Stromwandler für die Öfen sind knapp. Wir ziehen Halle 1 vor.' },
        blockers: { de: 'Lieferzeit Stromwandler', en: 'Delivery time of current transformers' },
      },
      { weeksAgo: 4, health: 'on_track', text: { de: 'Wandler sind da, 118 Zähler messen.' } },
      {
        weeksAgo: 1,
        health: 'on_track',
        text: {
          de: '131 von 140. Die Auswertung je Halle hängt ab nächster Woche am Tor; gezeigt wird die Halle, nie eine Schicht oder Person.',
          en: '131 of 140. From next week the figures hang at the gates: by hall, never by shift or person.',
        },
        reactions: [['👍', 6]],
        comments: [['Erkan Polat', 'So haben wir es vereinbart. Gut gelöst.', 60]],
      },
    ],
  },
  {
    name: 'Digitales Schichtbuch',
    en: 'What one shift leaves for the next, at the terminal instead of in three folders.',
    de: 'Was eine Schicht der nächsten hinterlässt, am Terminal statt in drei Ordnern.',
    unit: 'production-it',
    lead: 'Jonas Böttger',
    deputy: 'Kerstin Wulff',
    sponsor: 'Leyla Demir',
    startedDaysAgo: 110,
    target: '+60',
    milestones: [
      {
        en: 'Works agreement signed',
        de: 'Betriebsvereinbarung unterschrieben',
        originalIn: -20,
        doneIn: -24,
      },
      { en: 'Pilot in hall 1', de: 'Pilot in Halle 1', originalIn: 14 },
    ],
    seats: [
      ['Jonas Böttger', 'Projektleitung'],
      ['Kerstin Wulff', 'Entwicklung', 'Jonas Böttger'],
      ['Hatice Yıldırım', 'Terminals', 'Jonas Böttger'],
      ['Ahmet Çelik', 'Halle 1 Früh', 'Kerstin Wulff'],
      ['Frank Bielefeldt', 'Halle 1 Spät', 'Kerstin Wulff'],
      ['Erkan Polat', 'Betriebsrat', 'Jonas Böttger'],
    ],
    followers: ['Monika Drews', 'Jürgen Stolzenberg'],
    weekday: 5,
    time: '11:15',
    statuses: [
      {
        weeksAgo: 9,
        health: 'on_track',
        text: { de: 'Drei Ordner gelesen, 400 Einträge sortiert: Acht von zehn passen in fünf Felder.' },
      },
      {
        weeksAgo: 7,
        health: 'on_track',
        text: { de: 'Entwurf am Terminal mit Handschuhen bedienbar. Ahmet hat es eine Woche lang probiert.' },
      },
      {
        weeksAgo: 5,
        health: 'on_track',
        text: { de: 'Der Betriebsrat hat zugestimmt: Einträge gehören der Schicht, nicht der Person.' },
      },
      {
        weeksAgo: 4,
        health: 'on_track',
        text: {
          de: 'Halle 1 beginnt in der Woche ab {+14}. Bis dahin liegt der Ordner daneben, falls das Netz ausfällt.',
          en: 'Hall 1 starts in the week of {+14}. Until then the folder stays beside it, in case the network fails.',
        },
      },
    ],
  },
];
