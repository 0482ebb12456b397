/**
 * Time zones by country: complete for each country named here, by the tz database's `zone.tab`. They are the
 * countries with bundled numbers, and others where many people work. Each line reads `code zone zone … code zone`.
 */
const ZONES: Readonly<Record<string, string>> = {
  Africa: 'EG Cairo ES Ceuta GH Accra KE Nairobi MA Casablanca NG Lagos ZA Johannesburg',
  America:
    'AR Argentina/Buenos_Aires Argentina/Catamarca Argentina/Cordoba Argentina/Jujuy Argentina/La_Rioja ' +
    'Argentina/Mendoza Argentina/Rio_Gallegos Argentina/Salta Argentina/San_Juan Argentina/San_Luis ' +
    'Argentina/Tucuman Argentina/Ushuaia BR Araguaina Bahia Belem Boa_Vista Campo_Grande Cuiaba Eirunepe ' +
    'Fortaleza Maceio Manaus Noronha Porto_Velho Recife Rio_Branco Santarem Sao_Paulo CA Atikokan Blanc-Sablon ' +
    'Cambridge_Bay Creston Dawson Dawson_Creek Edmonton Fort_Nelson Glace_Bay Goose_Bay Halifax ' +
    'Inuvik Iqaluit Moncton Rankin_Inlet Regina Resolute St_Johns Swift_Current Toronto Vancouver ' +
    'Whitehorse Winnipeg CL Coyhaique Punta_Arenas Santiago CO Bogota CR Costa_Rica EC Guayaquil MX ' +
    'Bahia_Banderas Cancun Chihuahua Ciudad_Juarez Hermosillo Matamoros Mazatlan Merida Mexico_City ' +
    'Monterrey Ojinaga Tijuana PE Lima US Adak Anchorage Boise Chicago Denver Detroit ' +
    'Indiana/Indianapolis Indiana/Knox Indiana/Marengo Indiana/Petersburg Indiana/Tell_City Indiana/Vevay ' +
    'Indiana/Vincennes Indiana/Winamac Juneau Kentucky/Louisville Kentucky/Monticello Los_Angeles ' +
    'Menominee Metlakatla New_York Nome North_Dakota/Beulah North_Dakota/Center North_Dakota/New_Salem ' +
    'Phoenix Sitka Yakutat UY Montevideo',
  Antarctica: 'AU Macquarie',
  Asia:
    'AE Dubai AM Yerevan BD Dhaka CN Shanghai Urumqi CY Famagusta Nicosia GE Tbilisi HK Hong_Kong ID ' +
    'Jakarta Jayapura Makassar Pontianak IL Jerusalem IN Kolkata JP Tokyo KR Seoul LK Colombo MY ' +
    'Kuala_Lumpur Kuching PH Manila PK Karachi SA Riyadh SG Singapore TH Bangkok TW Taipei VN Ho_Chi_Minh',
  Atlantic: 'ES Canary IS Reykjavik PT Azores Madeira',
  Australia: 'AU Adelaide Brisbane Broken_Hill Darwin Eucla Hobart Lindeman Lord_Howe Melbourne Perth Sydney',
  Europe:
    'AL Tirane AT Vienna BA Sarajevo BE Brussels BG Sofia CH Zurich CZ Prague DE Berlin Busingen DK ' +
    'Copenhagen EE Tallinn ES Madrid FI Helsinki FR Paris GB London GR Athens HR Zagreb HU Budapest IE ' +
    'Dublin IT Rome LT Vilnius LU Luxembourg LV Riga MD Chisinau MK Skopje MT Malta NL Amsterdam NO Oslo ' +
    'PL Warsaw PT Lisbon RO Bucharest RS Belgrade SE Stockholm SI Ljubljana SK Bratislava TR Istanbul UA ' +
    'Kyiv Simferopol',
  Pacific: 'CL Easter EC Galapagos NZ Auckland Chatham US Honolulu',
};

const COUNTRY_CODE = /^[A-Z]{2}$/;

function parse(): Map<string, string> {
  const countries = new Map<string, string>();
  for (const [area, list] of Object.entries(ZONES)) {
    let country = '';
    for (const word of list.split(' ')) {
      if (COUNTRY_CODE.test(word)) country = word;
      else countries.set(`${area}/${word}`, country);
    }
  }
  return countries;
}

let parsed: ReadonlyMap<string, string> | undefined;

/** Country codes by IANA zone, under the names of `zone.tab`. */
export function countriesByZone(): ReadonlyMap<string, string> {
  parsed ??= parse();
  return parsed;
}
