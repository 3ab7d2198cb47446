import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { tapTarget } from '@/components/ui/tap-target'
import type { User } from '@/lib/auth/user'

/** A user in the list: name, role, and anything that blocks the sign-in. */
export function UserRow({ user }: { user: User }) {
  const t = useTranslations('newsroomUsers')
  const roles = useTranslations('newsroomRoles')
  const badges = [
    user.isBlocked && t('isBlocked'),
    !user.hasJoined && t('isInvited'),
    user.hasTwoStep && t('hasTwoStep'),
  ].filter((badge) => badge !== false)
  return (
    <li className="border-b border-rule">
      <Link
        href={`/newsroom/users/${user.id}`}
        prefetch={false}
        className={tapTarget({
          shape: 'block',
          className: 'grid gap-x-6 py-3 md:grid-cols-[2fr_1fr_2fr_1fr] md:items-center',
        })}
      >
        <span className="text-18 font-bold">{user.name}</span>
        <span className="text-16">{roles(user.role)}</span>
        <span className="text-16 break-all text-quiet">{user.email}</span>
        <span className="text-14 text-quiet">{badges.join(' · ')}</span>
      </Link>
    </li>
  )
}
