import type { ToldPost } from './post.types.ts';

/** What concerns everybody: the board, the works council, people, communications. */
export const COMPANY_POSTS: readonly ToldPost[] = [
  {
    who: 'Leyla Demir',
    as: 'board',
    to: 'everyone',
    when: { minutesAgo: 95 },
    intent: 'call_to_act',
    mustRead: { confirmed: 60 },
    text: {
      en: '**New travel policy from 1 January.** Train before plane for every trip under six hours; booking moves to the new portal.\n\nWhat changes for you:\n\n- Domestic flights need a reason, not a signature chain. One sentence is enough.\n- First class by train from four hours on, for everyone, no matter the grade.\n- Whoever drives to a shipyard at night books a room instead of driving back.\n- Receipts are photographed and done; nobody glues them on paper any more.\n\nThe works council has agreed. Questions are welcome below; I answer until {+5}.',
      de: '**Neue Reiserichtlinie ab 1. Januar.** Bahn vor Flugzeug bei jeder Reise unter sechs Stunden; gebucht wird im neuen Portal.\n\nWas sich ändert:\n\n- Inlandsflüge brauchen einen Grund, keine Unterschriftenkette. Ein Satz reicht.\n- Erste Klasse in der Bahn ab vier Stunden, für alle, unabhängig von der Stufe.\n- Wer nachts zu einer Werft fährt, bucht ein Zimmer, statt zurückzufahren.\n- Belege werden fotografiert, und fertig; niemand klebt sie mehr auf Papier.\n\nDer Betriebsrat hat zugestimmt. Fragen gern hier; ich antworte bis zum {+5}.',
    },
    reactions: [
      ['👍', 24],
      ['🎉', 9],
    ],
    comments: [
      ['Aki Virtanen', 'Does the six hour rule count door to door, or station to station?', 14],
      [
        'Leyla Demir',
        'Station to station. If the shipyard is two hours beyond the station, that is a reason.',
        9,
      ],
      ['Dirk Lauterbach', 'Endlich das Zimmer. Danke, auch im Namen der Nachtfahrer.', 12],
      [
        'Thorsten Kröger',
        'Die alten Belege aus diesem Jahr bitte noch bis {+24} einreichen, dann ist der Abschluss sauber.',
        18,
      ],
    ],
  },
  {
    who: 'Renate Brinkmann',
    as: 'works-council',
    to: 'everyone',
    when: [1, '08:40'],
    text: {
      de: '**Betriebsversammlung am {+11}, 9:30 Uhr**, in Halle 4; Rostock und Schweinfurt werden in die Kantinen übertragen.\n\nAuf der Tagesordnung: Schichtmodell ab dem nächsten Jahr, Betriebsvereinbarung zum digitalen Schichtbuch, Kantine, und eure Fragen. Die Zeit ist Arbeitszeit, auch für die Spätschicht.\n\nFragen könnt ihr vorher an unser Brett stecken oder im Büro auf einen Zettel schreiben, auch ohne Namen.',
      en: '**Works meeting on {+11} at 9:30** in hall 4, shown live in the canteens of Rostock and Schweinfurt.\n\nOn the agenda: shift model from next year, agreement on the digital shift book, canteen, and your questions. It is working time, for the late shift too.\n\nLeave questions on our pinboard beforehand, or on a note at our office, without a name if you like.',
    },
    reactions: [['👍', 31]],
    shared: {
      by: 'Aylin Kaya',
      to: 'operations',
      afterMinutes: 95,
      text: {
        de: 'Wer am {+11} Bereitschaft hat: Wir tauschen so, dass alle hingehen können. Meldet euch bis Mittwoch bei mir.',
        en: 'Whoever is on call on {+11}: we swap so that everybody can go. Tell me by Wednesday.',
      },
    },
    comments: [
      ['Hülya Şimşek', 'Können wir die Frage nach den Brückentagen aufnehmen?', 22],
      ['Renate Brinkmann', 'Steht schon drauf. Drei Leute haben sie gestellt.', 15],
      ['Norman Radtke', 'Bitte diesmal mit Ton in Rostock.', 41],
      ['Erkan Polat', 'Der Ton wird am Tag davor getestet, versprochen.', 7],
    ],
  },
  {
    who: 'Henrik Müller',
    to: 'hamburg',
    when: [1, '16:40'],
    text: {
      en: 'The canteen is back from Monday 🎉 – with the bread from Altona that everyone voted for. Thanks to @carmen-pfeifer and her team, who cooked on two hobs for seven weeks.',
      de: 'Die Kantine ist ab Montag zurück 🎉 – mit dem Brot aus Altona, für das ihr gestimmt habt. Danke an @carmen-pfeifer und ihr Team, die sieben Wochen lang auf zwei Platten gekocht haben.',
    },
    files: [
      {
        name: 'kantine.png',
        draw: 'canteen',
        alt: 'Ein Laib Brot auf dem Holztisch der Kantine, daneben dampft ein Topf',
        credit: 'Henrik Müller',
      },
    ],
    reactions: [
      ['🎉', 41],
      ['❤️', 12],
    ],
    comments: [
      ['Dieter Maschmann', 'Gibt es auch wieder Labskaus?', 8],
      ['Carmen Pfeifer', 'Donnerstag. Mit Rollmops, ohne Diskussion.', 11],
      ['Tomasz Wójcik', 'What is labskaus?', 6],
      ['Ralf Gutschmidt', 'Setz dich Donnerstag zu uns, dann erklären wir es dir.', 5],
      ['Tomasz Wójcik', 'Deal.', 3],
      ['Precious Okafor', 'There is a version with beetroot only. Ask for “ohne”.', 21],
      ['Jannik Lübbe', 'Das Brot vom Probetag war um 11 weg. Bitte mehr davon.', 33],
      ['Carmen Pfeifer', 'Wir haben verdoppelt.', 9],
      ['Lutz Oberländer', 'Verdoppelt reicht bis 11:30 😄', 4],
    ],
  },
  {
    who: 'Renate Brinkmann',
    as: 'works-council',
    to: 'everyone',
    when: [2, '09:20'],
    intent: 'call_to_act',
    text: {
      de: '**Wie soll das Schichtmodell ab dem nächsten Jahr aussehen?** Wir verhandeln im Januar und wollen vorher wissen, was ihr möchtet. Die Umfrage ist anonym: Auch wir sehen nicht, wer was gewählt hat.',
      en: '**What should shifts look like from next year?** We negotiate in January and want to hear you first. The poll is anonymous: we cannot see who chose what, either.',
    },
    poll: {
      anonymous: true,
      closesInDays: 9,
      options: [
        ['Wie bisher · As it is', 7],
        ['Vier längere Tage · Four longer days', 12],
        ['Wechsel alle zwei Wochen · Change every two weeks', 4],
      ],
    },
  },
  {
    who: 'Inés García',
    to: 'everyone',
    when: [3, '10:05'],
    text: {
      en: 'From next month you choose yourself whether colleagues see your birthday. It is **off** for everyone at first; switch it on in your profile if you like cake.\n\nThe same goes for photos: no photo is fine, initials work.',
      de: 'Ab nächstem Monat entscheidest du selbst, ob andere deinen Geburtstag sehen. Zuerst ist es für alle **aus**; wer Kuchen mag, schaltet es im Profil ein.\n\nDasselbe gilt für Fotos: Kein Foto ist in Ordnung, Initialen tun es auch.',
    },
    reactions: [
      ['👍', 18],
      ['❤️', 7],
    ],
    comments: [['Hannelore Quast', 'So gehört es. Danke.', 50]],
  },
  {
    who: 'Felix Amann',
    to: 'everyone',
    when: [5, '09:15'],
    text: {
      de: 'Zwei Wochen Flurfunk, und schon eine Bitte: Schreibt in der Sprache, in der ihr denkt. Wer zweisprachig schreiben will, kann beide Fassungen eintragen; alle anderen lesen das Original.\n\nUnd wer am Terminal in der Halle liest: Nach zwei Minuten meldet es euch ab. Das ist kein Fehler, das schützt euch.',
      en: 'Two weeks of Flurfunk and one request already: write in the language you think in. If you like, add the second language; everybody else reads the original.\n\nAnd if you read at a terminal in the hall: it signs you out after two minutes. That is not a fault, it protects you.',
    },
    reactions: [['👍', 15]],
    comments: [
      [
        'Arjun Patel',
        'Danke für beide Sprachen. Ich lerne auch so. (Thanks for both languages. I learn this way, too.)',
        20,
      ],
      ['Uwe Hinrichsen', 'Zwei Minuten sind knapp mit Handschuhen.', 65],
      [
        'Hatice Yıldırım',
        'Die Zeit läuft nur, wenn niemand tippt oder blättert. Komm vorbei, ich zeige es dir.',
        30,
      ],
    ],
  },
  {
    who: 'Felix Amann',
    to: 'everyone',
    when: [9, '13:30'],
    intent: 'exchange',
    text: {
      de: 'Das neue Schild am Werkstor: „Hansa Werke“ oder „Hansa Werke. Getriebe seit 1948“? Der Platz reicht für beides, das Budget für eins.',
      en: 'The new sign at the gate: “Hansa Werke” or “Hansa Werke. Gears since 1948”? There is room for both and a budget for one.',
    },
    reactions: [['👀', 8]],
    closed: 'Das Schild ist bestellt, mit 1948. Danke fürs Mitreden.',
    comments: [
      ['Roswitha Gehrke', 'Mit 1948. Meine Mutter hat hier gelernt.', 12],
      ['Henning Kock', 'Ohne. Ein Schild ist keine Zeichnung.', 16],
      ['Sebastian Vogelsang', 'Mit. Kunden fragen zuerst nach der Zeit, dann nach dem Preis.', 31],
      [
        'Waldemar Schmitke',
        'Wer so schreibt wie der Kock, hat noch nie eine Werkbank gesehen, das sind doch alles Schreibtischtäter.',
        44,
      ],
      [
        'Felix Amann',
        'Bleibt bitte bei der Sache, das Schild hat euch nichts getan. Stand heute: 61 mit, 23 ohne.',
        70,
      ],
    ],
    hidden: {
      comment: 3,
      reportedBy: 'Henning Kock',
      report: 'Persönlich, und gegen eine ganze Abteilung.',
      by: 'Felix Amann',
      reason:
        'Herabsetzend gegenüber Kolleginnen und Kollegen. In der Sache gern noch einmal, ohne den Angriff.',
      contested:
        'Das war ein Spruch unter Kollegen. Henning und ich sitzen seit zwanzig Jahren an einem Tisch, er hat selbst gelacht.',
    },
  },
  {
    who: 'Henrik Müller',
    as: 'board',
    to: 'everyone',
    when: [12, '09:00'],
    text: {
      en: 'Third quarter in four sentences. Orders are 6 % above last year, mostly gearboxes for harbour tugs. Rostock delivered 98 % on time, which is the best figure since we measure it. Energy costs us less than planned thanks to the people who closed 31 leaks. The warehouse project is late, and we say so.',
      de: 'Das dritte Quartal in vier Sätzen. Die Aufträge liegen 6 % über dem Vorjahr, vor allem Getriebe für Hafenschlepper. Rostock hat zu 98 % pünktlich geliefert, der beste Wert, seit wir messen. Energie kostet uns weniger als geplant, dank der Leute, die 31 Leckagen geschlossen haben. Das Lagerprojekt ist spät dran, und das sagen wir auch.',
    },
    reactions: [
      ['👍', 27],
      ['💪', 6],
    ],
    comments: [
      ['Steffen Lüder', 'Die 98 % hängen jetzt in der Großmontage.', 95],
      ['Dörte Jahnke', 'Zu Recht!', 10],
    ],
  },
  {
    who: 'Inés García',
    to: 'everyone',
    when: [16, '11:20'],
    text: {
      en: 'We look for a **Test Manager** for [Atlas](/projects/atlas-erp-rollout) and an **HR Business Partner** for Rostock. If you know somebody you would like to work with, tell @giorgos-papadopoulos. There is a bonus, but a good colleague is the better reason.',
      de: 'Wir suchen eine **Testmanagerin oder einen Testmanager** für [Atlas](/projects/atlas-erp-rollout) und eine **HR Business Partnerin** für Rostock. Wer jemanden kennt, mit dem die Arbeit Freude macht, sagt es @giorgos-papadopoulos. Es gibt eine Prämie, aber ein guter Kollege ist der bessere Grund.',
    },
    reactions: [['👍', 8]],
  },
  {
    who: 'Renate Brinkmann',
    as: 'works-council',
    to: 'everyone',
    when: [19, '14:00'],
    text: {
      de: 'Zur Einführung von Flurfunk haben wir vereinbart: **Niemand sieht, wann du gelesen hast, wann du online bist oder wie schnell du antwortest.** Auch keine Vorgesetzten, auch nicht die IT. Ändern lässt sich das nur durch eine Betriebsvereinbarung am jeweiligen Standort, mit Datum und für alle sichtbar.',
      en: 'On the start of Flurfunk we agreed: **nobody sees when you have read, when you are online or how fast you answer.** Not your superiors, not IT either. Only a works agreement at the site can change that, with a date and for everyone to see.',
    },
    reactions: [
      ['👍', 36],
      ['❤️', 8],
    ],
    comments: [['Lena Popović', 'I can confirm: it is not even in the logs.', 120]],
  },
  {
    who: 'Leyla Demir',
    to: 'everyone',
    when: [22, '08:30'],
    text: {
      de: 'Am {+24} ist zwischen den Jahren Betriebsruhe, wie im letzten Jahr. Notdienst in Härterei und Gießerei ist eingeteilt, danke an alle, die sich gemeldet haben.',
      en: 'The works close between the years from {+24}, as last year. Emergency duty in heat treatment and foundry is planned; thank you to everyone who volunteered.',
    },
    reactions: [['👍', 12]],
  },
];
