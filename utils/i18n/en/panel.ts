/** Words of the side panel. */
export const panelWords = {
  title: 'Quiet check-in',
  morning: 'Good morning.',
  afternoon: 'Good afternoon.',
  evening: 'Good evening.',
  night: 'It is late.',
  here: 'Take a moment, if you like.',
  nothingKept: 'Nothing here is written down, and nobody is told that you came.',
  breath: 'Let your shoulders down. Breathe out a little longer than you breathe in.',
  word: 'If a word with someone would help, there are colleagues who have offered to listen.',
  seeWho: 'See who is free',
  seeWhoFailed: 'Click Earshot’s button in the toolbar to see who is free.',
} as const;
