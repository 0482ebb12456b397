import data from '../../public/helplines.json' with { type: 'json' };

/** Whom an emergency number calls, or where it works, if it isn't everybody and everywhere. */
export const EMERGENCY_SCOPES = ['police', 'ambulance', 'fire', 'mobile'] as const;
/** `fire` is the fire service together with ambulances; `mobile` calls everybody, but only from a mobile. */
export type EmergencyScope = (typeof EMERGENCY_SCOPES)[number];

export interface EmergencyNumber {
  /** Digits, as dialled inside the country. */
  number: string;
  for?: EmergencyScope;
}

export interface HelplineChannel {
  type: 'phone' | 'sms';
  /** Digits as dialled inside `region`. */
  number: string;
  /** ISO 3166-1 alpha-2. */
  region: string;
  /** The number as people write it, where that has spaces or hyphens. */
  display?: string;
}

export interface Helpline {
  id: string;
  name: string;
  description?: string;
  channels: readonly HelplineChannel[];
  /** BCP 47. Empty where they aren't known one by one. */
  languages: readonly string[];
  hours?: string;
  cost?: string;
  eligibility?: string;
  /** The line's own page. */
  source: string;
  /** ISO day of the latest source that was read; absent if none had a date. */
  verified?: string;
  /** ISO day after which the row is due for a check. */
  reviewBy?: string;
}

/** What is bundled for a country. An unknown country has no numbers: none is guessed from its neighbours. */
export interface CountryHelp {
  country?: string;
  /** Whether the file names the country. */
  known: boolean;
  emergency: readonly EmergencyNumber[];
  lines: readonly Helpline[];
}

/** Where people find a line of any country. A link for the person to open; nothing is fetched from it. */
export const WORLDWIDE_DIRECTORY = 'https://findahelpline.com/';

/** A value that JSON may lack, as TypeScript infers it from the file. */
type Maybe<Value> = Value | undefined;

/** A row of the file, as TypeScript infers it: words of a closed set are plain strings there. */
interface StoredLine {
  id: string;
  name: string;
  description?: Maybe<string>;
  channels: readonly { type: string; number: string; region: string; display?: Maybe<string> }[];
  languages: readonly string[];
  hours?: Maybe<string>;
  cost?: Maybe<string>;
  eligibility?: Maybe<string>;
  source: string;
  verified?: Maybe<string>;
  reviewBy?: Maybe<string>;
}
interface StoredCountry {
  emergency: readonly { number: string; for?: Maybe<string> }[];
  lines: readonly StoredLine[];
}

const COUNTRIES: ReadonlyMap<string, StoredCountry> = new Map(Object.entries<StoredCountry>(data.countries));

const emergencyOf = ({ number, for: scope }: StoredCountry['emergency'][number]): EmergencyNumber => {
  const known = EMERGENCY_SCOPES.find((candidate) => candidate === scope);
  return { number, ...(known !== undefined && { for: known }) };
};

const channelOf = (stored: StoredLine['channels'][number]): HelplineChannel => {
  const { type, number, region, display } = stored;
  return {
    type: type === 'sms' ? 'sms' : 'phone',
    number,
    region,
    ...(display !== undefined && { display }),
  };
};

function lineOf(stored: StoredLine): Helpline {
  const { id, name, channels, languages, source, ...rest } = stored;
  const { description, hours, cost, eligibility, verified, reviewBy } = rest;
  return {
    id,
    name,
    ...(description !== undefined && { description }),
    channels: channels.map(channelOf),
    languages,
    ...(hours !== undefined && { hours }),
    ...(cost !== undefined && { cost }),
    ...(eligibility !== undefined && { eligibility }),
    source,
    ...(verified !== undefined && { verified }),
    ...(reviewBy !== undefined && { reviewBy }),
  };
}

/** The bundled numbers of a country (ISO 3166-1 alpha-2), emergency first. */
export function helpFor(country: string | undefined): CountryHelp {
  const stored = country === undefined ? undefined : COUNTRIES.get(country);
  return {
    ...(country !== undefined && { country }),
    known: stored !== undefined,
    emergency: stored?.emergency.map(emergencyOf) ?? [],
    lines: stored?.lines.map(lineOf) ?? [],
  };
}

/**
 * Whether a line or a directory's resource is due for a check on `today` (an ISO day). One that was never dated
 * is not: it says so itself.
 */
export function isPastReview({ reviewBy }: { reviewBy?: string | undefined }, today: string): boolean {
  return reviewBy !== undefined && reviewBy < today;
}

/** Countries with at least one crisis line, by their codes. */
export function countriesWithLines(): string[] {
  return [...COUNTRIES].filter(([, { lines }]) => lines.length > 0).map(([country]) => country);
}

/**
 * The link that dials a number: digits, and a plus at the front if it has one. Without RFC 3966's
 * `phone-context`, since some softphones drop all but the digits and would dial the context too.
 */
export function telHref(number: string): string {
  const plus = number.trimStart().startsWith('+') ? '+' : '';
  return `tel:${plus}${number.replace(/[^0-9]/g, '')}`;
}
