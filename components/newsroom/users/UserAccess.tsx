import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { FormSection } from '@/components/newsroom/forms/FormSection'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { Disclosure } from '@/components/ui/Disclosure'
import type { User } from '@/lib/auth/user'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'

type UserAccessProps = {
  user: User & { stories: number; drafts: number; sessions: number; linkUntil: Date | null }
  makeLink: FormAction
  endSessions: FormAction
  block: FormAction
  unblock: FormAction
  withdraw: FormAction
}

/** A user's access: one-time links, sessions, and blocking. Each form explains its effect. */
export function UserAccess({ user, ...actions }: UserAccessProps) {
  const t = useTranslations('newsroomUsers')
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
          <Disclosure look="box" title={t(linkLabelKey)}>
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
          </Disclosure>
          <Disclosure look="box" title={t('endSessions')} isGrave>
            <ActionForm
              action={actions.endSessions}
              hiddenFields={hiddenFields}
              submit={t('endSessions')}
              variant="grave"
            >
              <p className="text-16">{t('endSessionsTouches', counts)}</p>
            </ActionForm>
          </Disclosure>
          <Disclosure look="box" title={t('block')} isGrave>
            <ActionForm
              action={actions.block}
              hiddenFields={hiddenFields}
              submit={t('block')}
              variant="grave"
            >
              <p className="text-16">{t('blockTouches', counts)}</p>
            </ActionForm>
          </Disclosure>
        </>
      )}
      {!user.hasJoined && (
        <Disclosure look="box" title={t('withdraw')} isGrave>
          <ActionForm
            action={actions.withdraw}
            hiddenFields={hiddenFields}
            submit={t('withdraw')}
            variant="grave"
          >
            <p className="text-16">{t('withdrawTouches')}</p>
          </ActionForm>
        </Disclosure>
      )}
    </FormSection>
  )
}
