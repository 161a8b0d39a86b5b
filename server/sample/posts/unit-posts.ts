import type { ToldPost } from './post.types.ts';

/** What concerns a unit or a project. */
export const UNIT_POSTS: readonly ToldPost[] = [
  {
    who: 'Ronja Weiß',
    to: 'Atlas – ERP rollout',
    when: { minutesAgo: 330 },
    intent: 'exchange',
    text: {
      en: 'The key user course for the warehouse has **three free seats** on {+9}. If you have somebody who will stand at goods receipt in January, this is the one to take.',
      de: 'Im Key-User-Kurs für das Lager sind am {+9} noch **drei Plätze frei**. Wer im Januar am Wareneingang steht, ist hier richtig.',
    },
    reactions: [['👍', 5]],
    comments: [
      ['Nadine Scholz', 'Zwei Plätze für Hamburg bitte: Oleg und Sandra.', 20],
      ['Dörte Jahnke', 'Den dritten nimmt Enrico aus Rostock. @ronja-weiss, geht das auch per Video?', 95],
    ],
  },
  {
    who: 'Paul Otto',
    to: 'Atlas – ERP rollout',
    when: [2, '15:10'],
    text: {
      en: 'Where we stand with the bills of material from Rostock: 5,480 in total, 4,380 fit after the script, **1,100 need a pair of eyes**. Most of them are castings with two revisions under one number. The list with owners is on the Atlas page.',
    },
    reactions: [
      ['👍', 7],
      ['💪', 4],
    ],
    comments: [
      ['Cindy Mohr', 'Ich kann dienstags und donnerstags je 60 schaffen.', 35],
      [
        'Mara Süß-Lindemann',
        'If two revisions differ only in the drawing frame, take the newer one. I checked twenty of them.',
        50,
      ],
      ['Paul Otto', 'That alone saves us 200. Thank you!', 8],
    ],
  },
  {
    who: 'Aylin Kaya',
    to: 'operations',
    when: [1, '09:10'],
    text: {
      en: 'Mara is away, @jonas-boettger stands in for her on architecture questions. Please ask him before you decide something that is hard to undo.',
    },
    reactions: [['👍', 6]],
    comments: [['Jonas Böttger', 'I know where her drawings are. That is already half of it.', 19]],
  },
  {
    who: 'Nils Eggers',
    to: 'operations',
    when: { minutesAgo: 140 },
    text: {
      de: 'Phishing-Welle heute Morgen: Absender „Hansa Werke Personal“, Betreff „Gehaltsanpassung“. Nicht klicken, an den Service Desk weiterleiten. Wer schon geklickt hat: anrufen, 2222. Niemand schimpft.',
      en: 'Phishing this morning: sender “Hansa Werke Personal”, subject “Gehaltsanpassung”. Do not click; forward it to the service desk. If you have clicked already, call 2222. Nobody will scold you.',
    },
    reactions: [
      ['👍', 16],
      ['🙏', 5],
    ],
    comments: [
      ['Merle Asmussen', 'Hab ich um 7:10 bekommen und gelöscht. War wirklich gut gemacht.', 12],
      [
        'Lena Popović',
        'The page behind it is blocked now. 14 people reported it within ten minutes, that is excellent.',
        22,
      ],
      [
        'Rolf Behrens',
        'Und wer am Terminal keine Mail hat, hat auch kein Problem. Sollten wir öfter machen.',
        9,
      ],
    ],
    reported: {
      comment: 2,
      by: 'Zeynep Arslan',
      report: 'Nicht schlimm, aber stimmt nicht: Auch ohne Mail kann das Konto betroffen sein.',
    },
  },
  {
    who: 'Imke Carstens',
    to: 'infrastructure',
    when: [3, '14:35'],
    text: {
      de: 'Die Firewall in Rostock bekommt am {+7} nach 20 Uhr ein Update. Großmontage weiß es, die Gießerei auch; falls ich jemanden vergessen habe, bitte jetzt rufen.',
    },
    comments: [['Ilona Schwenke', 'Das Labor arbeitet an dem Abend, ich sage Heike Bescheid.', 16]],
  },
  {
    who: 'Faruk Hadžić',
    to: 'infrastructure',
    when: [10, '10:50'],
    text: {
      en: 'Restore test of the month: the whole ERP test system, 1.1 TB, back in 2 h 40 min. Last time it was 4 h. The new disks pay off.',
    },
    reactions: [
      ['💪', 6],
      ['👍', 4],
    ],
    comments: [
      [
        'Tomasz Wójcik',
        'And one file from last March for Detlef, found in 6 minutes. That counts as well.',
        25,
      ],
    ],
  },
  {
    who: 'Monika Drews',
    to: 'Montagelinie Halle 4',
    when: [4, '06:50'],
    text: {
      de: 'Bilder vom Kartonmodell hängen am Meisterbüro. Wer eine Idee hat, schreibt sie bitte direkt auf den Karton. Dafür ist er da.',
    },
    reactions: [['👍', 5]],
    comments: [
      ['Viktor Hoffmann', 'Steht drauf: Schraubenregal auf Hüfthöhe.', 75],
      ['Monika Drews', 'Ist übernommen.', 30],
    ],
  },
  {
    who: 'Ilka Meyn',
    to: 'engineering',
    when: [5, '16:15'],
    text: {
      en: 'Reminder for everyone who releases drawings: tolerance classes go into the title block **and** into the model. Hall 1 made a very precise part last week that nobody needed to be so precise.',
    },
    reactions: [
      ['👍', 4],
      ['👀', 3],
    ],
    comments: [['Henning Kock', 'Das war meins. Das Teil liegt jetzt als Briefbeschwerer bei mir.', 18]],
  },
  {
    who: 'Frauke Hansen',
    to: 'sales',
    when: [2, '18:10'],
    text: {
      en: 'Signed an hour ago: **six tug gearboxes** for the yard in Gdańsk, delivery from spring. They chose us because Aki answered the phone on a Sunday in August.',
      de: 'Vor einer Stunde unterschrieben: **sechs Schleppergetriebe** für die Werft in Danzig, Lieferung ab Frühjahr. Sie haben uns genommen, weil Aki im August an einem Sonntag ans Telefon ging.',
    },
    reactions: [
      ['🎉', 10],
      ['❤️', 4],
    ],
    comments: [
      ['Aki Virtanen', 'He had cake. I had a spare part number. Fair deal.', 40],
      ["Patrick O'Connell", 'Brilliant. Drinks are on me, both of you.', 12],
    ],
  },
  {
    who: 'Friederike Baumgartner',
    to: 'finance',
    when: [6, '08:20'],
    text: {
      de: 'Forecast-Zahlen bitte bis {+2}, 12 Uhr. Wer noch auf Rückmeldung aus einem Werk wartet, trägt die letzte bekannte Zahl ein und schreibt ein Sternchen dahinter.',
    },
    comments: [['Gesa Rickmers', 'Vertrieb ist drin, ein Sternchen (Danzig).', 210]],
  },
  {
    who: 'Gudrun Wessel',
    to: 'halle-2',
    when: [8, '13:05'],
    text: {
      de: 'Ofen 4 zieht beim Anfahren wieder 30 A mehr. Bitte nacheinander anfahren, so wie es am Schrank hängt, nicht wie es immer war.',
    },
    reactions: [['👍', 5]],
  },
  {
    who: 'Swetlana Petrowa',
    to: 'quality',
    when: [9, '09:30'],
    text: {
      de: 'Reklamation aus Bergen abgeschlossen: Ursache war der O-Ring, nicht die Montage. Der Lieferant stellt um, die Wareneingangsprüfung bleibt ein halbes Jahr verschärft.',
    },
    comments: [['Anneke Visser', 'Supplier audit is booked for {+12}, I take @jens-wichmann along.', 33]],
  },
  {
    who: 'Eckhard Brüggemann',
    to: 'giesserei',
    when: [3, '06:15'],
    text: {
      de: 'Schutzbrillen: Die alten mit dem grünen Bügel bitte alle abgeben, die Beschichtung löst sich. Neue liegen bei Jacqueline.',
    },
    reactions: [['👍', 4]],
  },
  {
    who: 'Carmen Pfeifer',
    to: 'Kantine 2.0',
    when: [4, '13:40'],
    intent: 'exchange',
    text: {
      de: 'Für die Spätschicht stehen zur Wahl: Eintopf, belegte Brote warm, oder eine Wochensuppe. Was geht bei euch wirklich weg, wenn um 20 Uhr zehn Minuten Pause ist?',
    },
    comments: [
      ['Hülya Şimşek', 'Suppe im Becher. Teller ist schon zu viel.', 55],
      ['Ralf Gutschmidt', 'Frühschicht stimmt nicht mit ab, aber: Suppe.', 20],
      ['Holger Tietjen', 'Becher heißt Mehrweg, sonst liegt das Zeug in der Halle.', 15],
      ['Carmen Pfeifer', 'Suppe im Mehrwegbecher. Danke, das ging schnell.', 30],
    ],
  },
  {
    who: 'Thorsten Kröger',
    to: 'accounting',
    when: [11, '10:00'],
    text: {
      de: 'Birgit und Sabine teilen sich ab jetzt die Lohnabrechnung: Montag bis Mittwochmittag Birgit, danach Sabine. Ein Postfach, eine Nummer, zwei freundliche Stimmen.',
    },
    reactions: [['❤️', 5]],
  },
  {
    who: 'Robin Czerny',
    to: 'applications',
    when: [7, '11:45'],
    text: {
      en: 'The old intranet is read-only since this morning. 6,212 pages, of which 480 were opened this year. I move those; the rest rests in peace.',
    },
    reactions: [
      ['🎉', 6],
      ['👀', 2],
    ],
    comments: [
      [
        'Katharina Lütjens',
        'Please keep the page with the coffee machine manual. It is the most visited one for a reason.',
        14,
      ],
    ],
  },
  {
    who: 'Malte Diederichsen',
    to: 'purchasing',
    when: [13, '09:05'],
    text: {
      de: 'Manfred hat heute seinen letzten Tag, nach 34 Jahren Stahl. Ab 15 Uhr gibt es in der Teeküche Kuchen und vermutlich die Geschichte mit dem Güterzug.',
    },
    reactions: [['❤️', 9]],
    comments: [
      ['Oksana Bondarenko', 'Ich will die Geschichte mit dem Güterzug zum dritten Mal hören.', 22],
      ['Nguyen Thi Hoa', 'Ich zum ersten!', 6],
    ],
  },
];
