/** Words of passkeys: in the panel, and in the window in which one is asked for. */
export const passkeyWords = {
  passkeyTitle: 'Passkey',
  passkeyText:
    'A passkey opens the journal with your fingerprint, face, PIN or security key. It comes beside your passphrase, which goes on working.',
  passkeyNotHere:
    'This browser can’t open a journal with a passkey. Your passphrase and recovery code work as ever.',
  passkeyCount: {
    one: '{count} passkey opens this journal.',
    other: '{count} passkeys open this journal.',
  },
  passkeyAdd: 'Add a passkey',
  passkeyAddAnother: 'Add another passkey',
  passkeyOpened: 'Please go on in the window that has opened.',
  passkeyBlocked:
    'Your browser did not open the window for it. Nothing was changed, and your passphrase works as ever.',
  passkeyRemove: 'Remove passkeys',
  passkeyRemoveSure: 'No passkey will open this journal any more. Your passphrase still will.',
  passkeyRemoveYes: 'Remove',
  passkeyRemoveNo: 'Keep',
  passkeyRemoved:
    'Removed: no passkey opens this journal any more. Where your passkeys are kept, it may still be listed, and you can delete it there.',
  passkeyNotRemoved: 'That could not be saved, so this journal still opens with a passkey. Please try again.',

  passkeyAddIntro:
    'This lets a passkey open what you wrote, so that you type your passphrase less often. Your passphrase and your recovery code go on working.',
  passkeyNeeds:
    'You need something that keeps passkeys: this computer’s own lock, a password manager, a phone or a security key.',
  passkeyTwice: 'You are asked twice: once to make it, and once to see that it works.',
  passkeySeen:
    'Where your passkeys are kept, this one is listed as “{name}”, with nothing of what you write. If that place is shared or your employer’s, stay with the passphrase.',
  passkeyGoOn: 'Go on',
  passkeyUse: 'Use a passkey',
  passkeyUseIntro: 'Your browser now asks for your passkey. It has to be sure that it is you.',
  passkeyAsking: 'Your browser is asking for your passkey.',
  passkeyAskingTwice: 'Your browser asks where to keep the passkey, and then for the passkey itself.',
  passkeyTaking: 'Opening…',
  passkeyAgain: 'Try again',
  passkeyCancel: 'Cancel',
  passkeyClose: 'Close this window',
  passkeyAdded: 'The passkey opens your journal from now on. Your passphrase does too.',
  passkeyUsed: 'The journal is open. You can close this window.',
  passkeyAlone:
    'Nothing to do here. This window is opened from the side panel, by “Add a passkey” or “Use a passkey”.',

  passkeyLeftOver:
    'If “{name}” is now listed where your passkeys are kept, it opens nothing, and you can delete it there.',
  passkeyTrouble_dismissed:
    'It was cancelled, or your browser found nothing that fits. Nothing was changed. You can try again, or use your passphrase.',
  passkeyTrouble_late:
    'Time ran out before a passkey answered. Nothing was changed. You can try again, or use your passphrase.',
  passkeyTrouble_already:
    'What you chose keeps a passkey for this journal already, and that one works. Nothing was changed. You can try again with something else.',
  passkeyTrouble_unverified:
    'What you chose can’t make sure that it is you, by a fingerprint, a face or a PIN. Nothing was changed. You can try something else, or use your passphrase.',
  passkeyTrouble_noPrf:
    'What you chose can sign you in elsewhere, but can’t hold a key for encryption. Nothing was changed here. Your passphrase works as ever, and you can try something else.',
  passkeyTrouble_refused:
    'Your browser, or whoever manages it, does not allow a passkey here. Nothing was changed. Your passphrase works as ever.',
  passkeyTrouble_unknown:
    'Your browser could not ask for a passkey and did not say why. Nothing was changed. You can try again, or use your passphrase.',
  passkeyTrouble_locked:
    'The journal was locked meanwhile, so the passkey was not added. Please unlock it with your passphrase, and add the passkey again.',
  passkeyTrouble_unsaved:
    'The passkey could not be saved: the disk may be full. Nothing was changed, and your passphrase works as ever.',
  passkeyTrouble_wrong:
    'That passkey does not open this journal. Nothing was changed. Please use your passphrase.',
  passkeyTrouble_damaged:
    'The record that holds the key is damaged. Please try your passphrase in the side panel, which says what can be done.',
  passkeyTrouble_missing:
    'The browser has lost the journal that was on this device. The side panel says what can be done.',
} as const;
