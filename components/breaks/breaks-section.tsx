import { useEffect, useState } from 'preact/hooks';
import { type BreakSettings, breakSettingsSchema } from '../../utils/breaks/schema.ts';
import { breakSettingsWords } from '../../utils/i18n/en/break-settings.ts';
import { Field } from '../settings/field.tsx';
import { ListField } from '../settings/list-field.tsx';
import { NumberField } from '../settings/number-field.tsx';
import { useWords } from '../ui/words.tsx';
import { breakSentence } from './break-sentence.ts';
import { HoursField } from './hours-field.tsx';

const PRESETS = [
  { every: 25, length: 5 },
  { every: 50, length: 5 },
  { every: 50, length: 10 },
  { every: 90, length: 15 },
] as const;
const SNOOZES = [0, 1, 2, 3, 5] as const;

export interface BreakSettingsPorts {
  read: () => Promise<BreakSettings>;
  change: (change: (before: BreakSettings) => BreakSettings) => Promise<void>;
  watch: (changed: () => void) => () => void;
  testNotice: () => Promise<unknown>;
}

export interface BreaksSectionProps {
  ports: BreakSettingsPorts;
  /** Stores, and says how that went. */
  store: (writing: Promise<void>) => void;
}

/** When to suggest breaks, told in a sentence that is always true. Each change is stored at once. */
export function BreaksSection({ ports, store }: BreaksSectionProps) {
  const { t, formats } = useWords(breakSettingsWords);
  const [settings, setSettings] = useState<BreakSettings>();
  const [tested, setTested] = useState<'testDone' | 'testFailed'>();
  useEffect(() => {
    const reread = (): void => void ports.read().then(setSettings, () => undefined);
    reread();
    return ports.watch(reread);
  }, [ports]);
  if (settings === undefined) return null;
  const write = (changes: { [Key in keyof BreakSettings]?: BreakSettings[Key] | undefined }): boolean => {
    const parsed = breakSettingsSchema.safeParse({ ...settings, ...changes });
    if (!parsed.success) return false;
    setSettings(parsed.data);
    store(ports.change((before) => breakSettingsSchema.parse({ ...before, ...changes })));
    return true;
  };
  const check = (label: string, key: 'on' | 'eyes' | 'sound') => (
    <label class="check">
      <input
        type="checkbox"
        checked={settings[key]}
        onChange={({ currentTarget }) => write({ [key]: currentTarget.checked })}
      />
      {label}
    </label>
  );
  return (
    <section aria-labelledby="breaks-title">
      <h2 id="breaks-title">{t('breaksTitle')}</h2>
      <p>{t('breaksText')}</p>
      {check(t('breaksOn'), 'on')}
      <p class="break-sentence" role="status">
        {breakSentence(settings, t, formats)}
      </p>
      <p class="break-presets">
        {t('presets')}{' '}
        {PRESETS.map(({ every, length }) => (
          <button
            key={`${every} ${length}`}
            type="button"
            class="chip"
            aria-pressed={settings.every === every && settings.length === length}
            onClick={() => write({ every, length })}
          >
            {t('preset', { every, length })}
          </button>
        ))}
      </p>
      <NumberField
        id="break-every"
        label={t('every')}
        value={settings.every}
        least={1}
        most={240}
        write={(every) => write({ every })}
      />
      <NumberField
        id="break-length"
        label={t('length')}
        hint={t('lengthHint')}
        value={settings.length}
        least={1}
        most={60}
        write={(length) => write({ length })}
      />
      {check(t('eyes'), 'eyes')}
      <NumberField
        id="break-limit"
        label={t('dailyLimit')}
        hint={t('dailyLimitHint')}
        value={settings.dailyLimit}
        least={30}
        most={1440}
        optional
        write={(dailyLimit) => write({ dailyLimit })}
      />
      <Field id="break-snoozes" label={t('snoozeLimit')}>
        <select
          id="break-snoozes"
          value={String(settings.snoozes ?? '')}
          onChange={({ currentTarget }) =>
            write({ snoozes: SNOOZES.find((count) => String(count) === currentTarget.value) })
          }
        >
          <option value="">{t('snoozeAny')}</option>
          {SNOOZES.map((count) => (
            <option key={count} value={count}>
              {t('snoozeTimes', { count })}
            </option>
          ))}
        </select>
      </Field>
      <HoursField hours={settings.hours} write={(hours) => write({ hours })} />
      <ListField
        id="break-check-ins"
        label={t('checkInTimes')}
        hint={t('checkInTimesHint')}
        values={settings.checkIns}
        write={(times) =>
          write({ checkIns: times.map((time) => time.padStart(5, '0')) }) ? undefined : t('checkInTimesFault')
        }
      />
      <ListField
        id="break-ideas"
        label={t('ownIdeas')}
        hint={t('ownIdeasHint')}
        values={settings.ownIdeas}
        write={(ownIdeas) => (write({ ownIdeas }) ? undefined : t('ownIdeasFault'))}
      />
      {check(t('sound'), 'sound')}
      <p class="hint">{t('soundHintFirefox')}</p>
      <p>
        <button
          type="button"
          class="button soft"
          onClick={() =>
            void ports.testNotice().then(
              () => setTested('testDone'),
              () => setTested('testFailed'),
            )
          }
        >
          {t('testNotice')}
        </button>
      </p>
      <p role="status" class={tested === undefined ? 'unseen' : 'notice'}>
        {tested === undefined ? '' : t(tested)}
      </p>
    </section>
  );
}
