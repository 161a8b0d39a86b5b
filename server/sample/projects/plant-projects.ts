import type { ToldProject } from './project.types.ts';

/** Rostock, Schweinfurt, and the one that competitors must not read. */
export const PLANT_PROJECTS: readonly ToldProject[] = [
  {
    name: 'Schmelzofen 3 Rostock',
    en: 'A new induction furnace for the foundry: 20 % less power, and castings up to nine tonnes.',
    de: 'Ein neuer Induktionsofen für die Gießerei: 20 % weniger Strom und Güsse bis neun Tonnen.',
    unit: 'giesserei',
    lead: 'Dörte Jahnke',
    deputy: 'Eckhard Brüggemann',
    sponsor: 'Leyla Demir',
    startedDaysAgo: 230,
    target: '+95',
    milestones: [
      { en: 'Foundation poured', de: 'Fundament gegossen', originalIn: -50, doneIn: -44 },
      { en: 'Furnace delivered', de: 'Ofen geliefert', originalIn: 18, targetIn: 27 },
      { en: 'First melt', de: 'Erste Schmelze', originalIn: 74 },
    ],
    seats: [
      ['Dörte Jahnke', 'Projektleitung'],
      ['Eckhard Brüggemann', 'Gießerei', 'Dörte Jahnke'],
      ['Mandy Köpke', 'Instandhaltung', 'Dörte Jahnke'],
      ['Hanno Redlin', 'Planung', 'Dörte Jahnke'],
      ['Heike Sievert', 'Labor', 'Eckhard Brüggemann'],
      ['Ewa Nowak', 'Energie', 'Dörte Jahnke'],
    ],
    followers: ['Nadia Azizi', 'Malte Diederichsen', 'Steffen Lüder'],
    weekday: 2,
    time: '10:10',
    statuses: [
      {
        weeksAgo: 7,
        health: 'on_track',
        text: { de: 'Das Fundament ist gegossen und hat die Prüfung bestanden.' },
      },
      {
        weeksAgo: 6,
        health: 'on_track',
        text: { de: 'Der Trafo steht. Die Stadtwerke haben den Anschluss freigegeben.' },
      },
      {
        weeksAgo: 5,
        health: 'on_track',
        text: { de: 'Werksabnahme beim Hersteller: zwei kleine Mängel, beide behoben.' },
      },
      {
        weeksAgo: 4,
        health: 'on_track',
        text: { de: 'Der Schwertransport ist beantragt. Es geht über die B105, nachts.' },
      },
      { weeksAgo: 3, health: 'on_track', text: { de: 'Genehmigung für den Transport liegt vor.' } },
      {
        weeksAgo: 2,
        health: 'at_risk',
        text: { de: 'Eine Brücke auf der Strecke ist ab sofort auf 40 Tonnen begrenzt. Wir wiegen 62.' },
        blockers: { de: 'Brücke auf der Transportstrecke', en: 'A bridge on the transport route' },
      },
      {
        weeksAgo: 1,
        health: 'at_risk',
        text: {
          de: 'Alternative über den Seehafen: Schiff statt Straße. Eine Woche später, ähnliche Kosten.',
        },
      },
      {
        weeksAgo: 0,
        health: 'at_risk',
        movedTo: '+102',
        slipReason: {
          de: 'Der Ofen kommt per Schiff, weil eine Brücke für den Schwertransport gesperrt ist.',
          en: 'The furnace comes by ship, because a bridge is closed to heavy loads.',
        },
        text: {
          de: 'Der Ofen kommt per Schiff und wird am {+27} am Seehafen entladen. Zuschauen ist ab Kaikante 6 erlaubt, bitte mit Helm.',
          en: 'The furnace comes by ship and is unloaded in the port on {+27}. You may watch from quay 6; please bring a helmet.',
        },
        reactions: [
          ['👍', 9],
          ['👀', 5],
        ],
        comments: [
          [
            'Eckhard Brüggemann',
            'Die Gießerei steht komplett an der Kaikante, da könnt ihr sicher sein.',
            35,
          ],
        ],
      },
    ],
  },
  {
    name: 'WLAN Schweinfurt',
    en: 'Radio that reaches every test bench and every pallet in Schweinfurt.',
    de: 'Funk, der in Schweinfurt jeden Prüfstand und jede Palette erreicht.',
    unit: 'infrastructure',
    lead: 'Imke Carstens',
    deputy: 'Kevin Maurer',
    sponsor: 'Tomasz Wójcik',
    startedDaysAgo: 90,
    target: '+19',
    milestones: [
      { en: 'Survey of all halls', de: 'Ausleuchtung aller Hallen', originalIn: -45, doneIn: -45 },
      { en: 'Test field connected', de: 'Prüffeld angebunden', originalIn: 5 },
    ],
    seats: [
      ['Imke Carstens', 'Projektleitung'],
      ['Kevin Maurer', 'Vor Ort', 'Imke Carstens'],
      ['Stefan Öhler', 'MES', 'Imke Carstens'],
      ['Veronika Stahl', 'Prüffeld', 'Imke Carstens'],
      ['Lena Popović', 'Security', 'Imke Carstens'],
    ],
    followers: ['Anton Rottenhäusler', 'Jonas Böttger'],
    weekday: 3,
    time: '09:20',
    statuses: [
      {
        weeksAgo: 5,
        health: 'on_track',
        text: { de: 'Ausleuchtung fertig: 38 Antennen statt der geschätzten 50.' },
      },
      {
        weeksAgo: 4,
        health: 'on_track',
        text: { de: 'Kabelwege mit der Werkleitung abgestimmt, Brandschotts inklusive.' },
      },
      {
        weeksAgo: 3,
        health: 'on_track',
        text: { de: '14 Antennen hängen. Im Versand gibt es jetzt Empfang bis zum Tor.' },
      },
      {
        weeksAgo: 2,
        health: 'on_track',
        text: { de: '27 Antennen. Der Hochspannungsraum bleibt mit Absicht ohne Funk.' },
      },
      {
        weeksAgo: 0,
        health: 'on_track',
        text: {
          de: '36 von 38 Antennen sind in Betrieb. Nächste Woche das Prüffeld, danach messen wir noch einmal nach.',
          en: '36 of 38 antennas are running. The test field follows next week, then we measure again.',
        },
        reactions: [['👍', 5]],
      },
    ],
  },
  {
    name: 'Hybridantrieb HD-200',
    en: 'A hybrid drive for harbour tugs: 200 kW electric beside the diesel. Members only until the fair.',
    de: 'Ein Hybridantrieb für Hafenschlepper: 200 kW elektrisch neben dem Diesel. Bis zur Messe nur für Mitglieder.',
    unit: 'engineering',
    lead: 'Matteo Ferrari',
    deputy: 'Ilka Meyn',
    sponsor: 'Henrik Müller',
    visibility: 'members',
    startedDaysAgo: 330,
    target: '+120',
    milestones: [
      { en: 'Prototype on the test bench', de: 'Prototyp auf dem Prüfstand', originalIn: -60, doneIn: -52 },
      { en: '500 hours of endurance run', de: '500 Stunden Dauerlauf', originalIn: 25 },
    ],
    seats: [
      ['Matteo Ferrari', 'Project Lead'],
      ['Ilka Meyn', 'Gear Design', 'Matteo Ferrari'],
      ['Sofia Lindgren', 'Simulation', 'Matteo Ferrari'],
      ['Veronika Stahl', 'Test Field', 'Matteo Ferrari'],
      ['Ansgar Bloch', 'Testing', 'Veronika Stahl'],
      ['Frauke Hansen', 'Shipyards', 'Matteo Ferrari'],
    ],
    weekday: 4,
    time: '17:00',
    statuses: [
      {
        weeksAgo: 6,
        health: 'on_track',
        text: { en: 'The prototype ran its first 40 hours. Noise is 3 dB below the simulation.' },
      },
      {
        weeksAgo: 4,
        health: 'on_track',
        text: { en: '160 hours. The clutch gets warmer than we like; Sofia has an idea for the oil flow.' },
      },
      {
        weeksAgo: 2,
        health: 'at_risk',
        text: { en: 'The clutch failed at 212 hours. We take it apart this week.' },
        blockers: { en: 'Clutch temperature', de: 'Temperatur der Kupplung' },
      },
      {
        weeksAgo: 0,
        health: 'on_track',
        text: { en: 'Cause found, new oil channel milled, 60 hours without a degree too many.' },
        reactions: [['🎉', 4]],
      },
    ],
  },
];
