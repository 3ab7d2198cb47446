'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

type CategoryItemProps = {
  slug: string
  name: string
  isFirst: boolean
  isLast: boolean
  up: () => void
  down: () => void
}

const buttonClass =
  'inline-flex size-11 shrink-0 items-center justify-center text-18 aria-disabled:text-quiet'

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
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...listeners}
        aria-describedby={attributes['aria-describedby']}
        aria-label={t('move', { name })}
        className={`${buttonClass} scroll-my-32 cursor-grab touch-none text-quiet`}
      >
        <span aria-hidden>⠿</span>
      </button>
      <Link
        href={`/newsroom/categories/${slug}`}
        prefetch={false}
        className="flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-3 py-2"
      >
        <span className="text-18 font-bold">{name}</span>
        <span lang="en" className="text-14 text-quiet">
          /{slug}
        </span>
      </Link>
      <button
        type="button"
        aria-label={t('up', { name })}
        aria-disabled={isFirst}
        onClick={up}
        className={buttonClass}
      >
        <span aria-hidden>↑</span>
      </button>
      <button
        type="button"
        aria-label={t('down', { name })}
        aria-disabled={isLast}
        onClick={down}
        className={buttonClass}
      >
        <span aria-hidden>↓</span>
      </button>
    </li>
  )
}
