/** Words for before there is a directory. */
export const startWords = {
  noDirectoryTitle: 'No directory yet',
  noDirectoryText:
    'Earshot shows the allies of your workplace once it knows where their directory is. The person who runs your ally network has its address.',
  noDirectoryAdd: 'Add an address',
  noDirectorySample: 'Look at a sample',
  noDirectoryHelp: 'You do not have to wait for that. The lines below are there now.',
} as const;
