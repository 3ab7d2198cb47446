'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import { wayTo } from './navigation'

type NavLinksProps = { ways: { path: string; name: string }[] }

/** The ways of the bar; the one that is open is marked, and one that takes its time says so. */
export function NavLinks({ ways }: NavLinksProps) {
  const open = wayTo(
    usePathname(),
    ways.map(({ path }) => path),
  )
  return (
    <ul className="-mx-2 flex flex-wrap">
      {ways.map(({ path, name }) => (
        <li key={path}>
          <Link
            href={path}
            prefetch={false}
            aria-current={path === open ? 'page' : undefined}
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
