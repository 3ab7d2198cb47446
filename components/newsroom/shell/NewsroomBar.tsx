import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { tapTarget } from '@/components/ui/tap-target'
import { accountPath, newsroomPath } from '@/lib/auth/paths'
import type { Actor } from '@/lib/auth/permissions'
import { NavLinks } from './NavLinks.client'
import { navItemsFor } from './navigation'

type NewsroomBarProps = {
  paper: string
  actor: Actor
  signOut: () => Promise<void>
}

/** The bar above every newsroom page: the paper, the links that the user may open, and the user. */
export function NewsroomBar({ paper, actor, signOut }: NewsroomBarProps) {
  const t = useTranslations('newsroom')
  const items = navItemsFor(actor).map(({ path, word }) => ({ path, name: t(word) }))
  return (
    <header className="border-b border-rule bg-wash">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-3 px-4 pt-1 sm:gap-x-6">
        <Link
          href={newsroomPath}
          prefetch={false}
          className={tapTarget({ shape: 'inline', className: 'min-w-0 text-18 font-bold' })}
        >
          <span className="max-w-24 truncate sm:max-w-60">{paper}</span>
        </Link>
        <a
          href="/"
          className={tapTarget({
            shape: 'inline',
            className: 'text-16 underline underline-offset-4',
          })}
        >
          {t('toPaper')}
        </a>
        <nav
          aria-label={t('menu')}
          className="order-last min-w-0 basis-full lg:order-none lg:basis-auto"
        >
          <NavLinks items={items} />
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-x-3 sm:gap-x-4">
          <ButtonLink href={accountPath} variant="bare" className="min-w-0">
            <span className="sr-only">{t('account')}: </span>
            <span className="max-w-24 truncate sm:max-w-60">{actor.name}</span>
          </ButtonLink>
          <form action={signOut}>
            <SubmitButton variant="quiet">{t('signOut')}</SubmitButton>
          </form>
        </div>
      </div>
    </header>
  )
}
