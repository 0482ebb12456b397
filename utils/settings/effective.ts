import type { Site } from '../directory/schema.ts';
import type { SourceAddress } from '../directory/source.ts';
import type { Whereabouts } from '../directory/view.ts';
import { guessCountry, guessSite } from './place.ts';
import { DEFAULT_REFRESH_HOURS, type Policy, type Profile, type PublicKey, type Settings } from './schema.ts';

/** The addresses to fetch: policy's first, then the person's own, each once. */
export function effectiveAddresses(settings: Settings, policy: Policy): SourceAddress[] {
  const addresses = new Map<string, SourceAddress>();
  const own = settings.addresses.find(({ url }) => url === policy.directoryUrl);
  if (policy.directoryUrl !== undefined) {
    addresses.set(policy.directoryUrl, { url: policy.directoryUrl, signIn: own?.signIn ?? false });
  }
  for (const address of settings.addresses) {
    if (!addresses.has(address.url)) addresses.set(address.url, address);
  }
  return [...addresses.values()];
}

/** The keys that may sign a directory. With none, a directory needs no signature. */
export function effectiveKeys(settings: Settings, policy: Policy): PublicKey[] {
  return [...(policy.publicKeys ?? []), ...settings.publicKeys];
}

/** Hours between two refreshes, before chance is added. */
export function effectiveRefreshHours(settings: Settings, policy: Policy): number {
  return policy.refreshHours ?? settings.refreshHours ?? DEFAULT_REFRESH_HOURS;
}

/**
 * Who the person is taken to be: their own choices, else policy's, else guesses from this device's time zone
 * and languages.
 */
export function whereabouts(
  profile: Profile,
  policy: Policy,
  device: { zone: string; locales: readonly string[] },
  sites: readonly Site[],
): Whereabouts {
  const chosen = profile.site ?? policy.site;
  const deviceCountry = guessCountry(device);
  const guessed = chosen === undefined ? guessSite(sites, device.zone, deviceCountry) : undefined;
  const site = chosen ?? guessed?.id;
  const siteCountry = sites.find(({ id }) => id === site)?.country;
  const country =
    profile.country ?? policy.country ?? (guessed === undefined ? siteCountry : undefined) ?? deviceCountry;
  const languages = profile.languages.length > 0 ? profile.languages : [...device.locales];
  return {
    profile: {
      ...profile,
      languages,
      ...(site !== undefined && { site }),
      ...(country !== undefined && { country }),
    },
    ...(country !== undefined && { country }),
    siteGuessed: guessed !== undefined,
  };
}
