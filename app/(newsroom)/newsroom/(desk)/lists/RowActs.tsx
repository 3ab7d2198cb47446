import { useTranslations } from 'next-intl'
import type { FormAction } from '@/components/newsroom/form-state'
import { RowAct } from '@/components/newsroom/lists/RowAct.client'
import { type Actor, type Deed, whyNot } from '@/lib/auth/roles'
import type { ListedStory, ListName } from '@/lib/newsroom/lists'
import { restoreAction, untrashAction } from './actions'

type RowActsProps = { actor: Actor; list: ListName; story: ListedStory }

const acts: Partial<Record<ListName, { deed: Deed; action: FormAction }>> = {
  withdrawn: { deed: 'withdraw', action: restoreAction },
  trash: { deed: 'trash', action: untrashAction },
}

/** What `actor` may do with a story without opening it; the command asks again. */
export function RowActs({ actor, list, story }: RowActsProps) {
  const t = useTranslations('newsroomLists')
  const act = acts[list]
  if (!act || whyNot(actor, act.deed)) return null
  return (
    <RowAct
      action={act.action}
      story={{ id: story.id, version: story.version }}
      label={t('restore')}
      about={story.headline || story.beginning || t('untitled')}
      busy={t('restoring')}
    />
  )
}
