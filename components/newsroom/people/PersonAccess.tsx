import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import type { ActAction } from '@/components/newsroom/act/act-state'
import { Fold } from '@/components/newsroom/act/Fold'
import { Section } from '@/components/newsroom/act/Section'
import type { Person } from '@/lib/auth/person'
import { formatStamp } from '@/lib/bengali/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'

type PersonAccessProps = {
  person: Person & { stories: number; drafts: number; sessions: number; linkUntil: Date | null }
  makeLink: ActAction
  endSessions: ActAction
  block: ActAction
  unblock: ActAction
  withdraw: ActAction
}

/** Somebody's way in: links, sessions, and whether they are let in at all. Each says what it touches. */
export function PersonAccess({ person, ...actions }: PersonAccessProps) {
  const t = useTranslations('newsroomPeople')
  const about = { id: person.id }
  const counts = {
    stories: toBengaliDigits(person.stories),
    drafts: toBengaliDigits(person.drafts),
    sessions: toBengaliDigits(person.sessions),
  }
  const linkWords = person.hasCome ? 'resetLink' : 'inviteLink'
  return (
    <Section title={t('access')} text={t('accessNow', counts)}>
      {person.linkUntil && (
        <p className="text-16">{t('linkIsOut', { time: formatStamp(person.linkUntil) })}</p>
      )}
      {person.isBlocked ? (
        <ActForm action={actions.unblock} about={about} submit={t('unblock')} manner="plain">
          <p className="text-16">{t('unblockTouches')}</p>
        </ActForm>
      ) : (
        <>
          <Fold title={t(linkWords)}>
            <ActForm
              action={actions.makeLink}
              about={about}
              fields={
                person.hasTwoStep
                  ? [
                      {
                        ...{ kind: 'tick', name: 'withoutTwoStep', label: t('withoutTwoStep') },
                        hint: t('withoutTwoStepHint'),
                      },
                    ]
                  : []
              }
              submit={t(linkWords)}
            >
              <p className="text-16">{t(`${linkWords}Touches`)}</p>
            </ActForm>
          </Fold>
          <Fold title={t('endSessions')} isGrave>
            <ActForm
              action={actions.endSessions}
              about={about}
              submit={t('endSessions')}
              manner="grave"
            >
              <p className="text-16">{t('endSessionsTouches', counts)}</p>
            </ActForm>
          </Fold>
          <Fold title={t('block')} isGrave>
            <ActForm action={actions.block} about={about} submit={t('block')} manner="grave">
              <p className="text-16">{t('blockTouches', counts)}</p>
            </ActForm>
          </Fold>
        </>
      )}
      {!person.hasCome && (
        <Fold title={t('withdraw')} isGrave>
          <ActForm action={actions.withdraw} about={about} submit={t('withdraw')} manner="grave">
            <p className="text-16">{t('withdrawTouches')}</p>
          </ActForm>
        </Fold>
      )}
    </Section>
  )
}
