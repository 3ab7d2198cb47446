'use client'

import { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { findActivePath } from './navigation'

type NavLinksProps = { items: { path: string; name: string }[] }

/** The links of the navigation bar. The current one is marked; a slow one shows that it is loading. */
export function NavLinks({ items }: NavLinksProps) {
  const activePath = findActivePath(
    usePathname(),
    items.map(({ path }) => path),
  )
  return (
    <ul className="-mx-2 flex overflow-x-auto whitespace-nowrap lg:flex-wrap">
      {items.map(({ path, name }) => (
        <li key={path}>
          <ButtonLink
            href={path}
            aria-current={path === activePath ? 'page' : undefined}
            variant="tab"
          >
            <LinkText name={name} />
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}

function LinkText({ name }: { name: string }) {
  const { pending } = useLinkStatus()
  return <span className={pending ? 'opacity-60' : undefined}>{name}</span>
}
