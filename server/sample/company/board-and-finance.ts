import type { Unit } from './company.types.ts';

export const BOARD_AND_FINANCE: readonly Unit[] = [
  {
    key: 'board',
    name: 'Management Board',
    site: 'hamburg',
    staff: [
      [
        'Henrik',
        'Müller',
        'Chief Executive Officer',
        {
          joinedDaysAgo: 5230,
          room: 'A 5.01',
          languages: ['Deutsch', 'English'],
          askAbout: ['Where the company is heading', 'Sailing'],
        },
      ],
      [
        'Beatrix',
        'von Hohenstein-Albrechtsdorf',
        'Executive Assistant to the Management Board',
        { room: 'A 5.02', askAbout: ['Board agenda', 'Reisebuchungen'] },
      ],
    ],
  },
  {
    key: 'finance',
    name: 'Finance',
    parent: 'board',
    site: 'hamburg',
    staff: [
      [
        'Nadia',
        'Azizi',
        'Chief Financial Officer',
        {
          language: 'en',
          room: 'A 5.04',
          languages: ['English', 'Deutsch', 'فارسی'],
          askAbout: ['Budgets', 'Investment requests'],
        },
      ],
    ],
  },
  {
    key: 'controlling',
    name: 'Controlling',
    parent: 'finance',
    site: 'hamburg',
    staff: [
      ['Friederike', 'Baumgartner', 'Head of Controlling', { skills: ['Kostenrechnung', 'SAP CO'] }],
      ['Lukas', 'Steinhoff', 'Controller Production'],
      ['Marta', 'Zielińska', 'Controller Projects', { language: 'en', skills: ['Power BI', 'Budgeting'] }],
      ['Gesa', 'Rickmers', 'Controller Sales'],
      ['Tim', 'Ostendorf', 'Werkstudent Controlling', { joinedDaysAgo: 210 }],
    ],
  },
  {
    key: 'accounting',
    name: 'Accounting',
    parent: 'finance',
    site: 'hamburg',
    staff: [
      ['Thorsten', 'Kröger', 'Head of Accounting', { askAbout: ['Reisekosten', 'Jahresabschluss'] }],
      ['Birgit', 'Hartwig', 'Payroll Accountant', { askAbout: ['Lohnabrechnung', 'Schichtzulagen'] }],
      [
        'Sabine',
        'Lorenzen',
        'Payroll Accountant',
        { sharesSeatOf: 'Birgit Hartwig', askAbout: ['Lohnabrechnung', 'Elternzeit'] },
      ],
      ['Renan', 'Cardoso', 'Accounts Payable Clerk', { language: 'en' }],
      ['Wiebke', 'Thomsen', 'Accounts Receivable Clerk'],
      ['Detlef', 'Harms', 'Fixed Assets Accountant'],
    ],
  },
  {
    key: 'purchasing',
    name: 'Strategic Purchasing',
    parent: 'finance',
    site: 'hamburg',
    staff: [
      [
        'Giulia',
        'Rossi',
        'Head of Strategic Purchasing',
        { language: 'en', skills: ['Negotiation', 'Steel'] },
      ],
      ['Malte', 'Diederichsen', 'Buyer Castings', { languages: ['Deutsch', 'Dansk'] }],
      [
        'Oksana',
        'Bondarenko',
        'Buyer Bearings and Seals',
        { languages: ['Українська', 'Deutsch', 'English'] },
      ],
      ['Heiko', 'Sundermann', 'Buyer Indirect Materials'],
      ['Manfred', 'Ohlsen', 'Buyer Steel', { leftDaysAgo: 17, joinedDaysAgo: 12_410 }],
      ['Nguyen Thi', 'Hoa', 'Purchasing Assistant', { handle: 'hoa-nguyen' }],
    ],
  },
  {
    key: 'legal',
    name: 'Legal & Compliance',
    parent: 'finance',
    site: 'hamburg',
    staff: [
      ['Matthias', 'Ehrlich', 'General Counsel', { askAbout: ['Verträge', 'Exportkontrolle'] }],
      [
        'Hannelore',
        'Quast',
        'Data Protection Officer',
        { askAbout: ['Datenschutz', 'Auskunft und Löschung'], to: 'Henrik Müller' },
      ],
      ['Leonie', 'Abt', 'Paralegal'],
    ],
  },
];
