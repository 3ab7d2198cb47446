import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { formatStamp, toIsoInZone } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { type Edition, type FrontStory, frontPath } from '@/lib/newsroom/front-page/front-page'

type EditionListItemProps = { edition: Edition; stories: FrontStory[]; isNewest: boolean }

/** An edition of the front page: its time, editor and pins, and a link to start a draft from it. */
export function EditionListItem({ edition, stories, isNewest }: EditionListItemProps) {
  const t = useTranslations('newsroomFront')
  const { pins, blocks, breaking } = edition.choice
  const lead = pins.find(({ place }) => place === 0)
  const headline = stories.find((story) => story.id === lead?.id)?.headline
  const count = pins.length + blocks.length
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[16rem_minmax(0,1fr)_auto]">
      <p className="text-16">
        <time dateTime={toIsoInZone(edition.at)} className="block font-bold">
          {formatStamp(edition.at)}
        </time>
        <span className="text-14 text-quiet">{edition.actorName}</span>
      </p>
      <div className="grid content-start gap-1 text-16">
        <p>{lead ? (headline ?? t('gone')) : t('leadByRule')}</p>
        <p className="text-14 text-quiet">
          {count > 0 ? t('heldCount', { count: toBengaliDigits(count) }) : t('allByRule')}
        </p>
        {breaking && (
          <p className="text-14">
            <span className="font-bold text-accent">{t('strip')}:</span> {breaking.text}
          </p>
        )}
      </div>
      {isNewest ? (
        <p className="text-14 text-quiet">{t('isNow')}</p>
      ) : (
        <ButtonLink href={`${frontPath}?from=${edition.id}`} variant="plain">
          {t('beginFrom')}
          <span className="sr-only">: {formatStamp(edition.at)}</span>
        </ButtonLink>
      )}
    </li>
  )
}
