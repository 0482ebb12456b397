/** Words of the side panel. */
export const panelWords = {
  title: 'Quiet check-in',
  morning: 'Good morning.',
  afternoon: 'Good afternoon.',
  evening: 'Good evening.',
  night: 'It is late.',
  here: 'Take a moment, if you like.',
  seeWhoFailed: 'Click Earshot’s button in the toolbar to see who is free.',
} as const;
