'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { tapTarget } from '@/components/ui/tap-target'

type CategoryItemProps = {
  slug: string
  name: string
  isFirst: boolean
  isLast: boolean
  up: () => void
  down: () => void
}

/** A category in the list. Its handle is moved by dragging or with the keyboard. */
export function CategoryItem({ slug, name, isFirst, isLast, up, down }: CategoryItemProps) {
  const t = useTranslations('newsroomCategories')
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } =
    useSortable({ id: slug })
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className="flex items-center gap-1 border-b border-rule bg-paper"
    >
      <Button
        variant="icon"
        ref={setActivatorNodeRef}
        {...listeners}
        aria-describedby={attributes['aria-describedby']}
        aria-label={t('move', { name })}
        className="scroll-my-32 cursor-grab touch-none text-quiet"
      >
        <span aria-hidden>⠿</span>
      </Button>
      <Link
        href={`/newsroom/categories/${slug}`}
        prefetch={false}
        className={tapTarget({ shape: 'row', className: 'min-w-0 flex-1 gap-x-3 py-2' })}
      >
        <span className="text-18 font-bold">{name}</span>
        <span lang="en" className="text-14 text-quiet">
          /{slug}
        </span>
      </Link>
      <Button variant="icon" aria-label={t('up', { name })} isPending={isFirst} onClick={up}>
        <span aria-hidden>↑</span>
      </Button>
      <Button variant="icon" aria-label={t('down', { name })} isPending={isLast} onClick={down}>
        <span aria-hidden>↓</span>
      </Button>
    </li>
  )
}
