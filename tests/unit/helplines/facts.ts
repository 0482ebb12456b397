/** What each country's numbers must be, written down a second time: a wrong digit must not pass unnoticed. */
interface Facts {
  emergency: readonly string[];
  /** Of each line in its order: its numbers, `sms:` before those that are for text messages. */
  lines?: readonly (readonly string[])[];
}

/** Members of the European Union, where 112 is the emergency number by law (Directive (EU) 2018/1972, article 109). */
export const EUROPEAN_UNION =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const LINES: Readonly<Record<string, Facts['lines']>> = {
  AT: [['142']],
  AU: [['13 11 14']],
  BR: [['188']],
  CA: [['988', 'sms:988']],
  CH: [['143']],
  DE: [['0800 1110111', '0800 1110222']],
  ES: [['024']],
  FR: [['3114']],
  GB: [['116 123'], ['sms:85258']],
  IE: [['116 123']],
  IN: [['14416']],
  JP: [['0120-279-338'], ['0800-300-8355']],
  LV: [['116123']],
  NZ: [['1737', 'sms:1737']],
  PL: [['116 123']],
  US: [['988', 'sms:988']],
};

const EMERGENCY: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(EUROPEAN_UNION.map((country) => [country, ['112']])),
  AU: ['000'],
  BR: ['190 police', '192 ambulance'],
  CA: ['911'],
  CH: ['112', '144 ambulance'],
  GB: ['999', '112'],
  IE: ['112', '999'],
  IN: ['112'],
  JP: ['110 police', '119 fire'],
  NZ: ['111'],
  US: ['911'],
  ZA: ['10111 police', '10177 ambulance', '112 mobile'],
};

/** All that the bundled file may say, by country. */
export const FACTS: ReadonlyMap<string, Facts> = new Map(
  Object.entries(EMERGENCY).map(([country, emergency]) => {
    const lines = LINES[country];
    return [country, { emergency, ...(lines !== undefined && { lines }) }];
  }),
);
