import { type ShownNotice, showNotice, showTestNotice } from '../../utils/breaks/notifier.ts';
import type { BreakSettings, NoticeKind } from '../../utils/breaks/schema.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { translator } from '../../utils/i18n/translate.ts';
import { settingsItem } from '../../utils/settings/items.ts';

const t = translator(breakWords, 'en');

const TEXTS: Readonly<Record<NoticeKind, (settings: BreakSettings) => string>> = {
  break: ({ length }) => t('noticeText_break', { length: t('minutesSpan', { count: length }) }),
  limit: ({ dailyLimit }) => t('noticeText_limit', { minutes: dailyLimit ?? 0 }),
  checkIn: () => t('noticeText_checkIn'),
  eyes: () => t('noticeText_eyes'),
};

/** The first button takes the break, the second puts it off. */
function buttonsOf(kind: NoticeKind, maySnooze: boolean): string[] {
  if (kind === 'break' && maySnooze) return [t('noticeTake'), t('noticeSnooze')];
  return kind === 'break' || kind === 'eyes' ? [t('noticeTake')] : [];
}

/** The notice of a kind. Others may see the screen: where that was asked for, it doesn't say how one is asked. */
async function noticeOf(kind: NoticeKind, settings: BreakSettings, maySnooze: boolean): Promise<ShownNotice> {
  const { discreet } = await settingsItem.read();
  const hidden = discreet && kind === 'checkIn';
  return {
    title: hidden ? t('noticeDiscreet') : t(`notice_${kind}`),
    message: hidden ? t('noticeTextDiscreet') : TEXTS[kind](settings),
    buttons: buttonsOf(kind, maySnooze),
    sound: settings.sound,
  };
}

export const showBreakNotice = async (...given: Parameters<typeof noticeOf>): Promise<void> =>
  showNotice(await noticeOf(...given));

/** Shows the notice of a break as it will look, and be heard. */
export const showTestOf = async (settings: BreakSettings): Promise<void> =>
  showTestNotice(await noticeOf('break', settings, true));
