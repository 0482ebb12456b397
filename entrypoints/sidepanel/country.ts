import { profileItem } from '../../utils/settings/items.ts';
import { readManaged } from '../../utils/settings/managed.ts';
import { guessCountry } from '../../utils/settings/place.ts';
import { readPolicy } from '../../utils/settings/policy.ts';

/** Where the person is, as far as help lines need it; whatever can't be read is guessed. */
export async function readCountry(): Promise<string | undefined> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const guess = guessCountry({ zone, locales: navigator.languages });
  try {
    const [profile, managed] = await Promise.all([profileItem.read(), readManaged()]);
    return profile.country ?? readPolicy(managed).policy.country ?? guess;
  } catch {
    return guess;
  }
}

export async function writeCountry(country: string): Promise<void> {
  await profileItem.change((before) => ({ ...before, country }));
}
