import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Stamp } from '@/components/ui/Stamp'
import { TapLink } from '@/components/ui/TapLink'
import {
  type PhotocardWords,
  type PublicStory,
  photocardPath,
  type VerifiedPhotocard,
  type WithdrawnStory,
} from '@/lib/photocards/photocard'
import { formatCode } from '@/lib/urls/verify-address'

type VerifiedCardProps = { card: VerifiedPhotocard; paper: string }

/** A genuine photocard: its exact text, and the current state of its story. */
export function VerifiedCard({ card, paper }: VerifiedCardProps) {
  const { story } = card
  return (
    <article className="grid max-w-measure gap-6">
      <Verdict card={card} paper={paper} />
      <CardStatement card={card} />
      {story.kind === 'withdrawn' ? <Withdrawn story={story} /> : <Changes story={story} />}
      {story.kind === 'public' && <StoryLink story={story} card={card} />}
    </article>
  )
}

function Verdict({ card: { story, code }, paper }: VerifiedCardProps) {
  const t = useTranslations('verify')
  const isCorrected = story.kind === 'public' && story.corrections.length > 0
  const since = story.kind === 'withdrawn' ? 'withdrawnSince' : isCorrected && 'correctedSince'
  return (
    <header className="section-rule grid gap-2 pt-3">
      <p className="text-14 text-quiet">
        {t('codeIs')}{' '}
        <span lang="en" className="font-bold whitespace-nowrap">
          {formatCode(code)}
        </span>
      </p>
      <h1 className="text-27 md:text-34">{t('genuine', { paper })}</h1>
      {since && <p className="text-18 font-bold text-accent">{t(since)}</p>}
    </header>
  )
}

/** The exact text of the card: any other text is not the paper's. */
function CardStatement({ card }: { card: VerifiedPhotocard }) {
  const t = useTranslations('verify')
  return (
    <section className="grid gap-3" aria-labelledby="said">
      <h2 id="said" className="text-16 text-quiet">
        {t('said')}
      </h2>
      <blockquote className="grid gap-2 border-l-[3px] border-accent pl-4">
        <CardText words={card.words} />
      </blockquote>
      <p className="text-16">{t('nothingElse')}</p>
      <p className="text-14 text-quiet">
        {t('madeAt')} <Stamp at={card.madeAt} />
      </p>
    </section>
  )
}

function CardText({ words }: { words: PhotocardWords }) {
  switch (words.template) {
    case 'headline':
      return <p className="font-headline text-22 font-bold">{words.headline}</p>
    case 'quote':
      return (
        <>
          <p className="font-headline text-22 font-bold">{words.quote}</p>
          <p className="text-18">{words.speaker}</p>
        </>
      )
    case 'number':
      return (
        <>
          <p className="font-headline text-34 font-bold">{words.number}</p>
          <p className="text-18">{words.caption}</p>
        </>
      )
  }
}

function Withdrawn({ story }: { story: WithdrawnStory }) {
  const t = useTranslations('verify')
  return (
    <ChangeNote title={t('withdrawn')} at={story.at}>
      <p>{t('withdrawnText')}</p>
      {story.reason && <p>{t('reason', { reason: story.reason })}</p>}
    </ChangeNote>
  )
}

/** Corrections and updates since the card was made. */
function Changes({ story }: { story: PublicStory }) {
  const t = useTranslations('verify')
  const tArticle = useTranslations('article')
  return (
    <>
      {story.corrections.map(({ kind, note, at }) => (
        <ChangeNote key={at.getTime()} title={tArticle(kind)} at={at}>
          <p>{note}</p>
        </ChangeNote>
      ))}
      {story.hasNewHeadline && <p className="text-16">{t('newHeadline')}</p>}
      {story.movedTo && <p className="text-16">{t('movedTo', { category: story.movedTo })}</p>}
    </>
  )
}

type ChangeNoteProps = { title: string; at: Date | null; children: ReactNode }

function ChangeNote({ title, at, children }: ChangeNoteProps) {
  return (
    <div className="grid gap-1 border border-rule p-4 text-16" role="note">
      <p>
        <b className="text-accent">{title}</b>{' '}
        {at && (
          <span className="text-14 text-quiet">
            <Stamp at={at} />
          </span>
        )}
      </p>
      {children}
    </div>
  )
}

function StoryLink({ story, card }: { story: PublicStory; card: VerifiedPhotocard }) {
  const t = useTranslations('verify')
  return (
    <section className="grid gap-1 border-t border-rule pt-4" aria-labelledby="story">
      <h2 id="story" className="text-16 text-quiet">
        {t('story')}
      </h2>
      <p className="font-headline text-22 font-bold">
        <a href={story.path} className="underline">
          {story.headline}
        </a>
      </p>
      <p className="text-14 text-quiet">
        {t('publishedAt')} <Stamp at={story.publicAt} />
      </p>
      <p>
        <TapLink href={photocardPath(card.code)} className="text-16 underline">
          {t('picture')}
        </TapLink>
      </p>
    </section>
  )
}
