import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RankedAlly } from '../../utils/directory/rank.ts';
import type { Reason } from '../../utils/directory/reasons.ts';
import type { Ally } from '../../utils/directory/schema.ts';
import { isoDayIn } from '../../utils/directory/wall-clock.ts';
import { cardWords } from '../../utils/i18n/en/card.ts';
import { Avatar } from '../ui/avatar.tsx';
import type { CopyText } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words.tsx';
import { ChannelLink } from './channel-link.tsx';
import { ChannelList } from './channel-list.tsx';
import { FreeHours } from './free-hours.tsx';
import { OpenerField } from './opener-field.tsx';
import { reasonWords } from './reason-words.ts';
import { TrainingList } from './training-list.tsx';

export interface AllyCardProps {
  ranked: RankedAlly;
  reasons: readonly Reason[];
  /** The zone that the ally's hours are written in. */
  zone: string | undefined;
  personZone: string;
  now: number;
  confidentiality: string | undefined;
  /** Reads what the list leaves out: the picture and what they say of themselves. */
  readWhole: () => Promise<Ally | undefined>;
  copy: CopyText;
  back: () => void;
  seeResources: () => void;
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** All there is to know of one ally before reaching out, and every way to do so. */
export function AllyCard(props: AllyCardProps) {
  const { ranked, reasons, now, copy, readWhole, confidentiality } = props;
  const { ally } = ranked;
  const words = useWords(cardWords);
  const { t, formats } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  const [whole, setWhole] = useState<Ally | 'missing'>();
  const [opener, setOpener] = useState(() => t('openerText'));

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let wanted = true;
    readWhole().then(
      (read) => wanted && setWhole(read ?? 'missing'),
      () => wanted && setWhole('missing'),
    );
    return () => {
      wanted = false;
    };
  }, [ally.key]);

  const line = { subject: t('openerSubject'), text: opener };
  const first = ally.channels[0];
  const said = whole === 'missing' ? undefined : whole;
  // Where the reasons name the place, once is enough.
  const place = ranked.nearness.kind === 'site' ? undefined : ally.place;
  const facts = [ally.title, ally.team, place].filter((fact) => fact !== undefined);
  return (
    <article class="card" aria-labelledby="ally-name">
      <button type="button" class="back quiet" onClick={props.back}>
        <span class="arrow" aria-hidden="true" /> {t('backToAllies')}
      </button>
      <header>
        <Avatar name={ally.name} photo={said?.photo} large />
        <div>
          <h2 id="ally-name" ref={heading} tabIndex={-1}>
            <bdi>{ally.name}</bdi>
            {ally.pronouns !== undefined && <small> {ally.pronouns}</small>}
          </h2>
          {facts.length > 0 && <p class="facts">{facts.join(' · ')}</p>}
          <p class="why">{reasons.map((reason) => reasonWords(reason, words, now)).join(' · ')}</p>
        </div>
      </header>
      <p class="volunteer">{t(ally.training.length > 0 ? 'cardVolunteer' : 'cardVolunteerUntrained')}</p>
      {first !== undefined && (
        <div class="first-way">
          <ChannelLink class="button" channel={first} opener={line}>
            {t(`reach_${first.type}`, { name: ally.name })}
          </ChannelLink>
        </div>
      )}
      {said?.about !== undefined && <p class="about">{said.about}</p>}
      {whole === 'missing' && <p class="notice">{t('cardMissing', { name: ally.name })}</p>}
      <Part title={t('cardReach', { name: ally.name })}>
        {ally.channels.length === 0 ? (
          <p>{t('noChannels', { name: ally.name })}</p>
        ) : (
          <>
            <OpenerField text={opener} change={setOpener} copy={copy} />
            <ChannelList channels={ally.channels} name={ally.name} copy={copy} opener={line} withVisibility />
          </>
        )}
      </Part>
      {ally.hours.length > 0 && props.zone !== undefined && (
        <Part title={t('cardFree')}>
          <FreeHours
            hours={ally.hours}
            away={ally.away}
            zone={props.zone}
            personZone={props.personZone}
            now={now}
          />
        </Part>
      )}
      {ally.topics.length > 0 && (
        <Part title={t('cardTopics')}>
          <p>{formats.list(ally.topics)}</p>
        </Part>
      )}
      {ally.languages.length > 0 && (
        <Part title={t('cardLanguages')}>
          <p>{formats.list(ally.languages.map((tag) => formats.language(tag)))}</p>
        </Part>
      )}
      {ally.training.length > 0 && (
        <Part title={t('cardTraining')}>
          <TrainingList training={ally.training} today={isoDayIn(props.personZone, now)} />
        </Part>
      )}
      <Part title={t('cardPrivacy')}>
        <p class="prose">{confidentiality ?? t('cardPrivacyDefault')}</p>
      </Part>
      <p class="professional">
        {t('cardProfessional')}{' '}
        <button type="button" class="link" onClick={props.seeResources}>
          {t('cardProfessionalLink')}
        </button>
      </p>
    </article>
  );
}
