import { feelingWords } from '../../utils/i18n/en/feelings.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { ABOUT, feelingsFor } from '../../utils/journal/feelings.ts';
import type { EntryChanges } from '../../utils/journal/versions.ts';
import { useWords } from '../ui/words.tsx';
import { FeelingPlane } from './feeling-plane.tsx';
import type { Content } from './use-autosave.ts';
import { WordChoice } from './word-choice.tsx';

const AXIS = [-2, -1, 0, 1, 2] as const;

export interface MoreWordsProps {
  content: Content;
  change: (changes: EntryChanges) => void;
}

/** What may be said beside the mood: energy and pleasantness, feelings, what it is about, tags. */
export function MoreWords({ content, change }: MoreWordsProps) {
  const { t } = useWords(journalWords);
  const { t: feeling } = useWords(feelingWords);
  const { mood, energy, pleasantness } = content;
  const axis = (name: 'energy' | 'pleasantness', low: string, high: string) => (
    <label class="axis">
      {t(name)}
      <select
        value={content[name] === undefined ? '' : String(content[name])}
        onChange={({ currentTarget }) => {
          change({ [name]: AXIS.find((point) => String(point) === currentTarget.value) });
        }}
      >
        <option value="">{t('axisUnsaid')}</option>
        {AXIS.map((point) => (
          <option key={point} value={point}>
            {point === -2 ? low : point === 2 ? high : t(`axis_${point}`)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="more-words">
      <FeelingPlane energy={energy} pleasantness={pleasantness} change={change} />
      <div class="axes">
        {axis('energy', feeling('energyLow'), feeling('energyHigh'))}
        {axis('pleasantness', feeling('pleasantLow'), feeling('pleasantHigh'))}
      </div>
      <WordChoice
        legend={t('feelings')}
        ownLabel={t('ownFeeling')}
        offered={feelingsFor(mood, energy, pleasantness).map((name) => feeling(`feeling_${name}`))}
        chosen={content.feelings}
        change={(feelings) => change({ feelings })}
      />
      <WordChoice
        legend={t('about')}
        ownLabel={t('ownAbout')}
        offered={ABOUT.map((name) => feeling(`about_${name}`))}
        chosen={content.about}
        change={(about) => change({ about })}
      />
      <WordChoice
        legend={t('tags')}
        ownLabel={t('ownTag')}
        offered={[]}
        chosen={content.tags}
        change={(tags) => change({ tags })}
      />
    </div>
  );
}
