'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import { findActivePath } from './navigation'

type NavLinksProps = { items: { path: string; name: string }[] }

/** The links of the navigation bar. The current one is marked; a slow one shows that it is loading. */
export function NavLinks({ items }: NavLinksProps) {
  const activePath = findActivePath(
    usePathname(),
    items.map(({ path }) => path),
  )
  return (
    <ul className="-mx-2 flex flex-wrap">
      {items.map(({ path, name }) => (
        <li key={path}>
          <Link
            href={path}
            prefetch={false}
            aria-current={path === activePath ? 'page' : undefined}
            className="inline-flex min-h-11 items-center border-b-[3px] border-transparent px-2 text-16 aria-[current]:border-ink aria-[current]:font-bold"
          >
            <LinkText name={name} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function LinkText({ name }: { name: string }) {
  const { pending } = useLinkStatus()
  return <span className={pending ? 'opacity-60' : undefined}>{name}</span>
}
