import { type BreakSettings, WEEKDAYS } from '../../utils/breaks/schema.ts';
import { breakSettingsWords } from '../../utils/i18n/en/break-settings.ts';
import { useWords } from '../ui/words.tsx';
import { weekdayName } from './break-sentence.ts';
import { TimeField } from './time-field.tsx';

type Hours = NonNullable<BreakSettings['hours']>;
type Range = Hours[number];

const FIRST: Range = { days: ['mo', 'tu', 'we', 'th', 'fr'], start: '09:00', end: '17:30' };
const MOST = 20;

export interface HoursFieldProps {
  hours: BreakSettings['hours'];
  write: (hours: BreakSettings['hours']) => void;
}

/** The hours to keep to: any number of ranges, each on its days. */
export function HoursField({ hours, write }: HoursFieldProps) {
  const { t, formats } = useWords(breakSettingsWords);
  const change = (index: number, changes: Partial<Range>): void =>
    write(hours?.map((range, place) => (place === index ? { ...range, ...changes } : range)));
  const toggle = ({ days }: Range, day: Range['days'][number]): Range['days'] =>
    WEEKDAYS.filter((one) => (one === day ? !days.includes(day) : days.includes(one)));
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={hours !== undefined}
          onChange={({ currentTarget }) => write(currentTarget.checked ? [FIRST] : undefined)}
        />
        {t('hoursOn')}
      </label>
      {hours?.map((range, index) => (
        <fieldset key={index} class="range">
          <legend class="unseen">{t('rangeOf', { number: index + 1 })}</legend>
          <div class="range-days">
            {WEEKDAYS.map((day) => (
              <button
                key={day}
                type="button"
                class="chip"
                aria-pressed={range.days.includes(day)}
                onClick={() => change(index, { days: toggle(range, day) })}
              >
                <span aria-hidden="true">{weekdayName(day, formats.locale, 'short')}</span>
                <span class="unseen">{weekdayName(day, formats.locale)}</span>
              </button>
            ))}
          </div>
          <div class="range-times">
            {(['start', 'end'] as const).map((end) => (
              <TimeField
                key={end}
                label={t(end === 'start' ? 'rangeStart' : 'rangeEnd')}
                value={range[end]}
                write={(time) => change(index, { [end]: time })}
              />
            ))}
            <button
              type="button"
              class="quiet"
              aria-label={t('rangeRemove', { number: index + 1 })}
              onClick={() => {
                const left = hours.filter((_, place) => place !== index);
                write(left.length === 0 ? undefined : left);
              }}
            >
              {t('rangeRemoveShort')}
            </button>
          </div>
        </fieldset>
      ))}
      {hours !== undefined && (
        <p class="hint">
          {t('rangeEndHint')}{' '}
          {hours.length < MOST && (
            <button type="button" class="link" onClick={() => write([...hours, FIRST])}>
              {t('rangeAdd')}
            </button>
          )}
        </p>
      )}
    </>
  );
}
