import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Person } from '@/lib/auth/person'

/** Somebody in the list: who, what they may, and what stands in the way. */
export function PersonRow({ person }: { person: Person }) {
  const t = useTranslations('newsroomPeople')
  const roles = useTranslations('newsroomRoles')
  const marks = [
    person.isBlocked && t('isBlocked'),
    !person.hasCome && t('isInvited'),
    person.hasTwoStep && t('hasTwoStep'),
  ].filter((mark) => mark !== false)
  return (
    <li className="border-b border-rule">
      <Link
        href={`/newsroom/people/${person.id}`}
        prefetch={false}
        className="grid min-h-11 gap-x-6 py-3 md:grid-cols-[2fr_1fr_2fr_1fr] md:items-center"
      >
        <span className="text-18 font-bold">{person.name}</span>
        <span className="text-16">{roles(person.role)}</span>
        <span className="text-16 break-all text-quiet">{person.email}</span>
        <span className="text-14 text-quiet">{marks.join(' · ')}</span>
      </Link>
    </li>
  )
}
