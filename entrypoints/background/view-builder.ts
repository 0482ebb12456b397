import { mergeHeads, mergeRows } from '../../utils/directory/merge.ts';
import { type AllyRow, toRow } from '../../utils/directory/row.ts';
import type { Ally } from '../../utils/directory/schema.ts';
import type { SourceAddress } from '../../utils/directory/source.ts';
import { readCopies, readStates, readView, rewriteView, writeView } from '../../utils/directory/store.ts';
import { buildView, withStates } from '../../utils/directory/view.ts';
import { announceView } from '../../utils/directory/view-signal.ts';
import { whereabouts } from '../../utils/settings/effective.ts';
import { profileItem, readSeed, settingsItem } from '../../utils/settings/items.ts';
import type { Policy } from '../../utils/settings/schema.ts';

/** Builds the popup's view of all addresses from what the store holds, and stores it. */
export async function rebuildView(
  addresses: readonly SourceAddress[],
  policy: Policy,
  sample: boolean,
  now: number,
): Promise<void> {
  const urls = addresses.map(({ url }) => url);
  const rowsBySource: AllyRow[][] = urls.map(() => []);
  const photos = new Map<string, string>();
  let heads: Parameters<typeof mergeHeads>[0] = [];
  await readCopies(
    urls,
    (found) => {
      heads = found;
    },
    ({ source, url, key, text }) => {
      const rows = rowsBySource[source];
      const allies: Ally[] = JSON.parse(text);
      for (const [index, ally] of allies.entries()) {
        const row = toRow(ally, { key: `${source}/${ally.id}`, block: key, index, url });
        rows?.push(row);
        if (ally.photo !== undefined) photos.set(row.key, ally.photo);
      }
    },
  );
  const [states, profile, settings, seed] = await Promise.all([
    readStates(),
    profileItem.read(),
    settingsItem.read(),
    readSeed(),
  ]);
  const merged = mergeHeads(heads);
  const personZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const device = { zone: personZone, locales: navigator.languages };
  const view = buildView({
    ...whereabouts(profile, policy, device, [...merged.sites.values()]),
    now,
    personZone,
    seed,
    discreet: settings.discreet,
    sample,
    organizationName: policy.organizationName,
    states: urls.flatMap((url) => states.filter((state) => state.url === url)),
    merged,
    rows: mergeRows(rowsBySource),
  });
  const shown = new Set(view.rows.map(({ key }) => key));
  await writeView(view, new Map([...photos].filter(([key]) => shown.has(key))));
  announceView();
}

/** Tells the stored view how the addresses' copies stand, and reads none of them. False where there is no view. */
export async function restateView(addresses: readonly SourceAddress[]): Promise<boolean> {
  const [view, states] = await Promise.all([readView(), readStates()]);
  if (view === undefined) return false;
  const ordered = addresses.flatMap(({ url }) => states.filter((state) => state.url === url));
  await rewriteView(withStates(view, ordered));
  announceView();
  return true;
}
