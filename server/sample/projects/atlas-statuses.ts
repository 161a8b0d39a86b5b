import type { ToldStatus } from './project.types.ts';

/** Half a year of Fridays, oldest first; the newest one is told some minutes before the first start. */
export const ATLAS_STATUSES: readonly ToldStatus[] = [
  {
    weeksAgo: 25,
    health: 'on_track',
    text: {
      en: 'Kick-off in Hamburg with all three sites. We agreed on five streams and on one rule: no process is copied just because it has always been that way.',
    },
    reactions: [['👍', 9]],
  },
  {
    weeksAgo: 24,
    health: 'on_track',
    text: {
      en: 'Walked through order-to-cash in Rostock. 14 manual hand-overs today, 5 in the draft. Schweinfurt follows on Tuesday.',
    },
  },
  {
    weeksAgo: 23,
    health: 'on_track',
    text: {
      en: 'Finance and logistics workshops done. Open point: how we number articles. @mara-suess-lindemann writes down three options.',
    },
  },
  {
    weeksAgo: 22,
    health: 'on_track',
    text: {
      en: 'Article numbers decided: ten digits, text field, leading zeros kept. It sounds small; it saves us a conversion table at every interface.',
    },
    reactions: [['🎉', 7]],
  },
  {
    weeksAgo: 21,
    health: 'on_track',
    text: {
      en: 'Blueprint draft with the streams for review. 212 comments so far, nearly all of them helpful.',
    },
  },
  {
    weeksAgo: 20,
    health: 'on_track',
    text: { en: 'Blueprint signed by all three plants. Thank you for reading 180 pages in a heat wave.' },
    reactions: [['🎉', 15]],
  },
  {
    weeksAgo: 19,
    health: 'on_track',
    byDeputy: true,
    text: {
      en: 'Aylin is on holiday, so this one is from me. Development has started; the first twelve stories are in review.',
    },
  },
  {
    weeksAgo: 18,
    health: 'on_track',
    byDeputy: true,
    text: {
      en: 'Purchasing can create, approve and receive an order in the test system, end to end. First time.',
    },
  },
  {
    weeksAgo: 17,
    health: 'on_track',
    text: {
      en: 'Back from holiday to a green board. The load test with 300 parallel users ran at 0.8 s a booking; target was 2 s.',
    },
  },
  {
    weeksAgo: 16,
    health: 'at_risk',
    text: {
      en: 'The interface to the MES in halls 1 and 4 sends some confirmations twice. Stock would be wrong, so we stop there until we know why.',
    },
    blockers: { en: 'Duplicate confirmations from the MES', de: 'Doppelte Rückmeldungen aus dem MES' },
    helpWanted: {
      en: 'Somebody from Production IT who knows the message queue',
      de: 'Jemand aus der Produktions-IT, der die Message-Queue kennt',
    },
    comments: [
      [
        'Jonas Böttger',
        'Kerstin takes this one. The queue acknowledges too late when a terminal loses the network.',
      ],
    ],
  },
  {
    weeksAgo: 15,
    health: 'at_risk',
    text: {
      en: 'Cause found: late acknowledgements after a network loss. @kerstin-wulff has a fix in test. One more week, then we know.',
    },
  },
  {
    weeksAgo: 14,
    health: 'on_track',
    text: { en: 'No duplicate in 41,000 confirmations. Back on track, with thanks to Production IT.' },
    reactions: [['👍', 11]],
  },
  {
    weeksAgo: 13,
    health: 'on_track',
    text: {
      en: 'First trial migration of customers and suppliers: 97.4 % clean. The rest is mostly addresses without a country.',
    },
  },
  {
    weeksAgo: 12,
    health: 'on_track',
    text: {
      en: 'Training concept agreed: key users teach their own teams, we teach the key users. 34 people, 6 courses.',
    },
  },
  {
    weeksAgo: 11,
    health: 'on_track',
    text: {
      en: 'The works council has the draft agreement on log data. Reports by person stay switched off; that was our plan anyway.',
    },
    comments: [['Renate Brinkmann', 'Danke für die frühe Einbindung. Rückmeldung bis Ende nächster Woche.']],
  },
  {
    weeksAgo: 10,
    health: 'on_track',
    text: { en: 'Interfaces to MES and CRM accepted, a week later than planned and without open faults.' },
  },
  {
    weeksAgo: 9,
    health: 'on_track',
    text: { en: 'Integration test 1 finished: 318 of 331 cases passed. The 13 others are known and small.' },
  },
  {
    weeksAgo: 8,
    health: 'on_track',
    text: {
      en: 'Agreement with the works council signed. Training rooms in Rostock and Schweinfurt are booked.',
      de: 'Die Vereinbarung mit dem Betriebsrat ist unterschrieben. Die Schulungsräume in Rostock und Schweinfurt sind gebucht.',
    },
  },
  {
    weeksAgo: 7,
    health: 'on_track',
    text: {
      en: 'The first 11 key users are trained. Their wish: fewer fields on the goods receipt screen. Done, it is nine instead of twenty-two.',
      de: 'Die ersten 11 Key-User sind geschult. Ihr Wunsch: weniger Felder im Wareneingang. Erledigt, es sind neun statt zweiundzwanzig.',
    },
    reactions: [['❤️', 8]],
  },
  {
    weeksAgo: 6,
    health: 'on_track',
    text: {
      en: 'Our test manager has moved to another company. Until the seat is filled, Ronja and Svenja share the test plan.',
      de: 'Unser Testmanager hat das Unternehmen verlassen. Bis die Stelle besetzt ist, teilen sich Ronja und Svenja den Testplan.',
    },
    helpWanted: {
      en: 'Candidates for the Test Manager position',
      de: 'Bewerbungen für die Stelle im Testmanagement',
    },
  },
  {
    weeksAgo: 5,
    health: 'on_track',
    text: {
      en: 'Trial migration 2: finance is complete to the cent, Schweinfurt too. Rostock follows when the bills of material are in.',
      de: 'Probemigration 2: Die Finanzdaten stimmen auf den Cent, Schweinfurt auch. Rostock folgt, sobald die Stücklisten da sind.',
    },
  },
  {
    weeksAgo: 4,
    health: 'on_track',
    text: {
      en: 'Cut-over plan rehearsed on paper: 61 steps, 38 hours. We look for ways to make the Sunday night shorter.',
      de: 'Den Umstellungsplan auf dem Papier geprobt: 61 Schritte, 38 Stunden. Wir suchen noch, wo die Sonntagnacht kürzer werden kann.',
    },
  },
  {
    weeksAgo: 3,
    health: 'on_track',
    text: {
      en: 'Integration test 2 passed: 344 of 346. Two label layouts are still missing, both for export.',
      de: 'Integrationstest 2 bestanden: 344 von 346. Es fehlen noch zwei Etikettenlayouts, beide für den Export.',
    },
    reactions: [['🎉', 12]],
  },
  {
    weeksAgo: 2,
    health: 'at_risk',
    text: {
      en: 'Rostock sent its bills of material. One in five does not fit the new structure. We count before we promise anything.',
      de: 'Rostock hat die Stücklisten geliefert. Jede fünfte passt nicht in die neue Struktur. Wir zählen erst und versprechen dann.',
    },
    blockers: { en: 'Quality of the Rostock bills of material', de: 'Qualität der Rostocker Stücklisten' },
  },
  {
    weeksAgo: 1,
    health: 'on_track',
    text: {
      en: 'A script repairs most of what we feared. Status back to green, but we look at the rest by hand from Monday.',
      de: 'Ein Skript repariert das meiste von dem, was wir befürchtet hatten. Wir sind zurück auf Grün und sehen uns den Rest ab Montag von Hand an.',
    },
    questions: [
      {
        who: 'Theresia Göbel',
        text: 'Gilt das Skript auch für unsere Stücklisten in Schweinfurt, oder müssen wir selbst bereinigen?',
        afterMinutes: 95,
        answer:
          'It runs for Schweinfurt as well, on the Thursday before the pilot. You only check the list of exceptions.',
      },
    ],
  },
  {
    weeksAgo: 0,
    health: 'at_risk',
    movedTo: '12-29',
    slipReason: {
      en: '1,100 bills of material from Rostock need cleaning by hand: two more weeks.',
      de: '1.100 Stücklisten aus Rostock müssen von Hand bereinigt werden: zwei Wochen mehr.',
    },
    text: {
      en: 'Data migration for the Rostock plant takes two weeks longer: 1,100 bills of material need cleaning by hand. Everything else holds. @tomasz-wojcik – could your team lend us one person until {+21}?',
      de: 'Die Datenmigration für das Werk Rostock dauert zwei Wochen länger: 1.100 Stücklisten müssen von Hand bereinigt werden. Alles andere hält. @tomasz-wojcik – könnt ihr uns bis zum {+21} eine Person leihen?',
    },
    blockers: { en: 'Bills of material from Rostock', de: 'Stücklisten aus Rostock' },
    helpWanted: { en: '1 person, 2 weeks', de: '1 Person, 2 Wochen' },
    questions: [
      {
        who: 'Dörte Jahnke',
        text: 'Bleibt es beim Testlauf im Werk Rostock, auch wenn die Stücklisten später kommen? Ich muss die Schicht einteilen.',
        minutesAgo: 12,
      },
    ],
    reactions: [
      ['👍', 6],
      ['💪', 3],
    ],
    comments: [
      [
        'Cindy Mohr',
        'Die Gießerei hat die Stücklisten bis 2014 in einer eigenen Tabelle geführt. Ich suche sie heraus.',
        4,
      ],
      ['Nadia Azizi', 'Does this move the year-end closing?', 3],
      [
        'Jae-hyun O',
        'No. The books close in the old system as planned, we take over the opening balance in January.',
        4,
      ],
      ['Tomasz Wójcik', "Christian can join from Monday. I'll update his assignment in the chart.", 5],
    ],
  },
];
