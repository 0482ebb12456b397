import type { Badge } from '../../utils/breaks/engine.ts';
import { breakSettingsItem, breakStateItem } from '../../utils/breaks/items.ts';
import { clearNotice, onNotice } from '../../utils/breaks/notifier.ts';
import { createReminders, type Reminders } from '../../utils/breaks/reminders.ts';
import { breakStateSchema, type NoticeKind } from '../../utils/breaks/schema.ts';
import { lookAround, onIdleChange } from '../../utils/breaks/surroundings.ts';
import { armAlarm } from '../../utils/platform/alarm.ts';
import { openBreakWindow } from '../../utils/platform/break-window.ts';
import { browser } from '../../utils/platform/browser.ts';
import { showBreakNotice, showTestOf } from './break-notices.ts';

const ALARM = 'breaks';
const BADGES: Readonly<Record<Badge, string>> = { none: '', soon: '·', due: '•', taking: '…' };
const BADGE_COLOUR = '#1f5c57';

async function badge(kind: Badge): Promise<void> {
  await browser.action.setBadgeText({ text: BADGES[kind] });
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
}

/** The notice that is shown, as the engine knows it. */
async function shownKind(): Promise<NoticeKind | undefined> {
  const state = breakStateSchema.safeParse(await breakStateItem.read());
  return state.success ? state.data.notice?.kind : undefined;
}

/** Breaks: listens for whatever wakes the worker for them. To be called at the worker's start, before any await. */
export function startBreaks(): Reminders & { test(): Promise<void> } {
  const reminders = createReminders({
    clock: { now: () => Date.now() },
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    readSettings: breakSettingsItem.read,
    readState: breakStateItem.read,
    writeState: breakStateItem.write,
    look: lookAround,
    show: showBreakNotice,
    clear: clearNotice,
    badge,
    open: openBreakWindow,
    arm: (at) => armAlarm(ALARM, at),
  });
  const look = (): void => void reminders.happen({ kind: 'looked' });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look();
  });
  onIdleChange(look);
  browser.runtime.onStartup.addListener(look);
  breakSettingsItem.watch(look);
  onNotice((act) => {
    void shownKind().then(async (kind) => {
      if (act.kind === 'closed') return reminders.happen({ kind: 'closed' });
      if (act.kind === 'button' && act.index === 1) return reminders.happen({ kind: 'snooze' });
      if (act.kind === 'button')
        return reminders.happen({ kind: 'take', what: kind === 'eyes' ? 'eyes' : 'break' });
      // There is nothing to choose in twenty seconds.
      if (kind === 'eyes') return reminders.happen({ kind: 'take', what: 'eyes' });
      await clearNotice();
      await openBreakWindow(kind === 'checkIn' ? '/sidepanel.html' : '/break.html');
      if (kind === 'checkIn' || kind === 'limit') await reminders.happen({ kind: 'closed' });
    });
  });
  look();
  return {
    ...reminders,
    async test() {
      await showTestOf(await breakSettingsItem.read());
    },
  };
}
