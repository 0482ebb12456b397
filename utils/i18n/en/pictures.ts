/** Words of the journal’s pictures and their tables. */
export const pictureWords = {
  asTable: 'As a table',
  tableDay: 'Day',
  tableMood: 'Mood',
  tableCheckIns: 'Check-ins',
  tableDays: 'Days',
  meanOfFive: '{word}, {mean} of 5',
  daysCount: { one: '{count} day', other: '{count} days' },
  daysNeeded: '{count} of {needed} days so far',
  calendarNothing: 'No check-ins in {period}.',
  calendarSays: {
    one: '{period}, with check-ins on {count} day',
    other: '{period}, with check-ins on {count} days',
  },
  calendarHow: 'The fuller a day is, the better it was.',
  trendsNothing: 'Nothing to show yet.',
} as const;
