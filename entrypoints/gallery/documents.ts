const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const envelope = {
  format: 'earshot-directory/1',
  serial: 1,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [{ id: 'lon', name: 'London', country: 'GB', timeZone: 'Europe/London' }],
};
const consented = '2026-01-10';
const hours = [{ days: DAYS, start: '08:00', end: '18:00' }];

/** An ally who can be reached in every way there is. */
export const everyChannel = {
  ...envelope,
  program: {
    confidentiality: 'What you say stays between the two of you.\n\nThe limit is danger to a life.',
  },
  allies: [
    {
      id: 'maya',
      name: 'Maya Kowalska',
      pronouns: 'she/her',
      title: 'Engineer',
      team: 'Payments',
      site: 'lon',
      place: '3rd floor, east',
      languages: ['en', 'pl'],
      topics: ['burnout', 'grief'],
      about: 'I listen more than I talk.\nA walk is fine too.',
      hours,
      training: [{ name: 'Mental Health First Aid', completed: '2025-03-01', expires: '2038-03-01' }],
      consented,
      channels: [
        { type: 'teams', address: 'maya@northwind.example' },
        { type: 'slack', team: 'T01NORTH', user: 'U01MAYA' },
        { type: 'webex', address: 'maya@northwind.example' },
        { type: 'email', address: 'maya@northwind.example' },
        { type: 'phone', number: '+442079460112' },
        { type: 'phone', number: '4711', region: 'GB', label: 'Desk' },
        { type: 'sms', number: '+447700900112' },
        { type: 'booking', url: 'https://book.northwind.example/maya' },
        { type: 'link', url: 'https://intranet.northwind.example/maya', label: 'About me' },
      ],
    },
  ],
};

/** Names and words as long as they may be, and an ally of whom nothing is known but the name. */
export const crowded = {
  ...envelope,
  allies: [
    { id: 'bare', name: 'Al', site: 'lon', consented },
    {
      id: 'long',
      name: 'Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh Cholmondeley Marjoribanks',
      title: 'Deputy assistant vice president of interdepartmental coordination',
      team: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      site: 'lon',
      place: 'Behind the second staircase on the left, past the kitchen that nobody uses',
      languages: ['en'],
      topics: ['a topic of which the name goes on for longer than anybody would read'],
      hours,
      consented,
      channels: [{ type: 'email', address: 'a.very.long.address.for.one.person@northwind.example' }],
    },
    { id: 'one', name: `${'Llanfair'.repeat(10)}`, site: 'lon', hours, consented },
  ],
};

/** Names that are written from right to left, among others. */
export const rightToLeft = {
  ...envelope,
  allies: [
    {
      id: 'a',
      name: 'נועה כהן',
      team: 'תשלומים',
      site: 'lon',
      place: 'קומה 3',
      languages: ['he'],
      hours,
      consented,
    },
    { id: 'b', name: 'ليلى حداد', site: 'lon', languages: ['ar', 'en'], hours, consented },
    { id: 'c', name: 'Tom Ashworth', site: 'lon', languages: ['en'], hours, consented },
  ],
};
