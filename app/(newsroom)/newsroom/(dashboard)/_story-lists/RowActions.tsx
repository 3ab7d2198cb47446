import { useTranslations } from 'next-intl'
import {
  restoreAction,
  untrashFromListAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/story-list-actions'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { RowAction } from '@/components/newsroom/lists/RowAction'
import { type Actor, checkPermission, type Permission } from '@/lib/auth/permissions'
import type { ListedStory, ListName } from '@/lib/newsroom/story-lists/story-lists'

type RowActionsProps = { actor: Actor; list: ListName; story: ListedStory }

const actions: Partial<Record<ListName, { permission: Permission; action: FormAction }>> = {
  withdrawn: { permission: 'withdraw', action: restoreAction },
  trash: { permission: 'trash', action: untrashFromListAction },
}

/** The actions that `actor` may take on a story in a list; each command checks its permission again. */
export function RowActions({ actor, list, story }: RowActionsProps) {
  const t = useTranslations('newsroomLists')
  const rowAction = actions[list]
  if (!rowAction || checkPermission(actor, rowAction.permission)) return null
  return (
    <RowAction
      action={rowAction.action}
      story={{ id: story.id, version: story.version }}
      label={t('restore')}
      about={story.headline || story.beginning || t('untitled')}
      busy={t('restoring')}
    />
  )
}
