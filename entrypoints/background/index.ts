import { defineBackground } from 'wxt/utils/define-background';
import { type Clock, SECOND } from '../../utils/core/clock.ts';
import { digests } from '../../utils/directory/digests.ts';
import { createFeed } from '../../utils/directory/feed.ts';
import { createKeeper, type KeeperPlan } from '../../utils/directory/keeper.ts';
import { createRefresher } from '../../utils/directory/refresh.ts';
import { SAMPLE_SOURCE } from '../../utils/directory/sample.ts';
import { directoryStore, forgetOthers, readStates, readView } from '../../utils/directory/store.ts';
import { receive } from '../../utils/messaging/receive.ts';
import { armAlarm } from '../../utils/platform/alarm.ts';
import { browser } from '../../utils/platform/browser.ts';
import { freshLog } from '../../utils/platform/fresh-log.ts';
import { effectiveAddresses, effectiveKeys, effectiveRefreshHours } from '../../utils/settings/effective.ts';
import { profileItem, settingsItem } from '../../utils/settings/items.ts';
import { readManaged } from '../../utils/settings/managed.ts';
import { type PolicyReading, readPolicy } from '../../utils/settings/policy.ts';
import { startBreaks } from './breaks.ts';
import { applyDiscretion } from './discretion.ts';
import { lockJournalOnCommand } from './journal-lock.ts';
import { openPanelOnCommand } from './panel.ts';
import { withSample } from './sample-feed.ts';
import { rebuildView, restateView } from './view-builder.ts';

const ALARM = 'directory';
/** A worker without events is stopped after 30 s; a refresh may take longer. */
const STAY_AWAKE = 20 * SECOND;

const clock: Clock = { now: () => Date.now() };

/** What the directory is to be, for whoever writes to its database next. */
async function readSituation(): Promise<KeeperPlan & PolicyReading & { sample: boolean }> {
  const [settings, managed] = await Promise.all([settingsItem.read(), readManaged(), freshLog()]);
  const reading = readPolicy(managed);
  const addresses = effectiveAddresses(settings, reading.policy);
  const sample = settings.sample && addresses.length === 0;
  return {
    ...reading,
    sample,
    addresses: sample ? [SAMPLE_SOURCE] : addresses,
    publicKeys: sample ? [] : effectiveKeys(settings, reading.policy),
    refreshHours: effectiveRefreshHours(settings, reading.policy),
  };
}

/** Runs a job during which the worker counts as busy. */
async function awake<Value>(job: () => Promise<Value>): Promise<Value> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), STAY_AWAKE);
  try {
    return await job();
  } finally {
    clearInterval(timer);
  }
}

export default defineBackground({
  type: 'module',
  main() {
    const refresher = createRefresher({
      feed: withSample(createFeed()),
      store: directoryStore,
      digests,
      clock,
      random: Math.random,
    });
    const buildView = async (): Promise<void> => {
      const { addresses, policy, sample } = await readSituation();
      await rebuildView(addresses, policy, sample, clock.now());
    };
    const keeper = createKeeper({
      clock,
      readPlan: readSituation,
      readStates,
      writeState: directoryStore.writeState,
      forgetOthers,
      refresh: (source, plan) => awake(() => refresher.refresh(source, plan)),
      rebuildView: buildView,
      async restateView() {
        if (!(await restateView((await readSituation()).addresses))) await buildView();
      },
      arm: (at) => armAlarm(ALARM, at),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
    const settingsChanged = async (): Promise<void> => {
      await keeper.rebuild();
      await keeper.wake();
      await applyDiscretion();
    };

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void keeper.wake();
    });
    browser.runtime.onStartup.addListener(() => void keeper.wake());
    browser.runtime.onInstalled.addListener(() => void keeper.rebuild());
    browser.storage.onChanged.addListener((_changes, area) => {
      if (area === 'managed') void settingsChanged();
    });
    profileItem.watch(() => void keeper.rebuild());
    settingsItem.watch(() => void settingsChanged());
    const breaks = startBreaks();
    receive({
      async refreshDirectory() {
        await keeper.request();
        return { finishedAt: clock.now() };
      },
      async rebuildView() {
        await keeper.rebuild();
        return { builtAt: (await readView())?.builtAt ?? clock.now() };
      },
      async actOnBreak(act) {
        await breaks.happen(act);
        return {};
      },
      async testNotice() {
        await breaks.test();
        return {};
      },
      async forgetBreakCounts({ counts }) {
        await breaks.forget(counts);
        return {};
      },
    });
    openPanelOnCommand();
    lockJournalOnCommand();
    void applyDiscretion();
    void keeper.wake();
  },
});
