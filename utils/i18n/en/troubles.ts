/** Words on a directory that is old, or that would not come. */
export const troubleWords = {
  stale: 'This list is from {ago}. It could not be checked since.',
  expired: 'The publisher meant this list to be replaced by {date}. It may be out of date.',
  copyFrom: 'You are seeing the copy from {ago}.',
  noCopy: 'There is no earlier copy. The lines below still work.',
  triesAgain: 'Earshot tries again by itself.',
  problem_unreachable: 'The directory could not be reached. You may be offline.',
  problem_timeout: 'The directory took too long to answer.',
  problem_notFound: 'There is nothing at the directory’s address any more.',
  problem_busy: 'The directory’s server asked to come back later.',
  problem_serverError: 'The directory’s server has trouble at the moment.',
  problem_refused: 'The directory’s server declined to answer.',
  problem_signIn: 'The directory asks you to sign in.',
  problem_withheld:
    'The directory’s server did not let Earshot read its answer. It may want you to sign in, or have trouble.',
  problem_webPage:
    'The address answered with a web page instead of the directory. It may want you to sign in.',
  problem_tooLarge: 'The new directory is larger than Earshot accepts.',
  problem_notJson: 'The new directory arrived damaged or incomplete.',
  problem_notADirectory: 'What arrived is not a directory that Earshot can read.',
  problem_unsigned: 'The new directory is not signed, so it was not accepted.',
  problem_unknownKey:
    'The new directory is signed with a key that is not known here, so it was not accepted.',
  problem_badSignature: 'The new directory’s signature does not fit it, so it was not accepted.',
  problem_olderSerial:
    'The address offered an older directory than the one you have, so it was not accepted.',
  problem_partMismatch: 'A part of the new directory does not fit the rest, so it was not accepted.',
  problem_storage: 'Your browser could not store the new directory. The disk may be full.',
  signInOpen: 'Open the sign-in page',
} as const;
