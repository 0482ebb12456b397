import { feelingWords } from '../../utils/i18n/en/feelings.ts';
import { useWords } from '../ui/words.tsx';

const ACROSS = [-2, -1, 0, 1, 2] as const;
const DOWN = [2, 1, 0, -1, -2] as const;

export interface FeelingPlaneProps {
  /** From -2 to 2. */
  energy: number | undefined;
  pleasantness: number | undefined;
  /** Both undefined: nothing is said of either. */
  change: (point: { energy: number | undefined; pleasantness: number | undefined }) => void;
}

/**
 * The plane of energy and pleasantness (Russell's circumplex, 1980), to point at. For the pointer alone: the two
 * fields beside it say the same to the keyboard and to a screen reader.
 */
export function FeelingPlane({ energy, pleasantness, change }: FeelingPlaneProps) {
  const { t } = useWords(feelingWords);
  return (
    <div class="plane" aria-hidden="true">
      <span class="plane-top">{t('energyHigh')}</span>
      <span class="plane-start">{t('pleasantLow')}</span>
      <div class="plane-cells">
        {DOWN.flatMap((high) =>
          ACROSS.map((pleasant) => {
            const chosen = energy === high && pleasantness === pleasant;
            return (
              <button
                key={`${high} ${pleasant}`}
                type="button"
                tabIndex={-1}
                class={chosen ? 'plane-cell chosen' : 'plane-cell'}
                onClick={() =>
                  change(
                    chosen
                      ? { energy: undefined, pleasantness: undefined }
                      : { energy: high, pleasantness: pleasant },
                  )
                }
              />
            );
          }),
        )}
      </div>
      <span class="plane-end">{t('pleasantHigh')}</span>
      <span class="plane-bottom">{t('energyLow')}</span>
    </div>
  );
}
