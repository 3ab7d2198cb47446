import { useTranslations } from 'next-intl'
import { ActionDisclosure } from '@/components/newsroom/forms/ActionDisclosure'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { StatefulAction } from '@/components/newsroom/forms/action-state'
import { FormSection } from '@/components/newsroom/forms/FormSection'
import type { User } from '@/lib/auth/user'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'

type UserAccessProps = {
  user: User & { stories: number; drafts: number; sessions: number; linkUntil: Date | null }
  makeLink: StatefulAction
  endSessions: StatefulAction
  block: StatefulAction
  unblock: StatefulAction
  withdraw: StatefulAction
}

/** A user's access: one-time links, sessions, and blocking. Each form explains its effect. */
export function UserAccess({ user, ...actions }: UserAccessProps) {
  const t = useTranslations('newsroomPeople')
  const hiddenFields = { id: user.id }
  const counts = {
    stories: toBengaliDigits(user.stories),
    drafts: toBengaliDigits(user.drafts),
    sessions: toBengaliDigits(user.sessions),
  }
  const linkLabelKey = user.hasJoined ? 'resetLink' : 'inviteLink'
  return (
    <FormSection title={t('access')} text={t('accessNow', counts)}>
      {user.linkUntil && (
        <p className="text-16">{t('linkIsOut', { time: formatStamp(user.linkUntil) })}</p>
      )}
      {user.isBlocked ? (
        <ActionForm
          action={actions.unblock}
          hiddenFields={hiddenFields}
          submit={t('unblock')}
          variant="plain"
        >
          <p className="text-16">{t('unblockTouches')}</p>
        </ActionForm>
      ) : (
        <>
          <ActionDisclosure title={t(linkLabelKey)}>
            <ActionForm
              action={actions.makeLink}
              hiddenFields={hiddenFields}
              fields={
                user.hasTwoStep
                  ? [
                      {
                        kind: 'tick',
                        name: 'withoutTwoStep',
                        label: t('withoutTwoStep'),
                        hint: t('withoutTwoStepHint'),
                      },
                    ]
                  : []
              }
              submit={t(linkLabelKey)}
            >
              <p className="text-16">{t(`${linkLabelKey}Touches`)}</p>
            </ActionForm>
          </ActionDisclosure>
          <ActionDisclosure title={t('endSessions')} isDanger>
            <ActionForm
              action={actions.endSessions}
              hiddenFields={hiddenFields}
              submit={t('endSessions')}
              variant="grave"
            >
              <p className="text-16">{t('endSessionsTouches', counts)}</p>
            </ActionForm>
          </ActionDisclosure>
          <ActionDisclosure title={t('block')} isDanger>
            <ActionForm
              action={actions.block}
              hiddenFields={hiddenFields}
              submit={t('block')}
              variant="grave"
            >
              <p className="text-16">{t('blockTouches', counts)}</p>
            </ActionForm>
          </ActionDisclosure>
        </>
      )}
      {!user.hasJoined && (
        <ActionDisclosure title={t('withdraw')} isDanger>
          <ActionForm
            action={actions.withdraw}
            hiddenFields={hiddenFields}
            submit={t('withdraw')}
            variant="grave"
          >
            <p className="text-16">{t('withdrawTouches')}</p>
          </ActionForm>
        </ActionDisclosure>
      )}
    </FormSection>
  )
}
