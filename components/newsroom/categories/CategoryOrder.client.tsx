'use client'

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { useTranslations } from 'next-intl'
import { useId, useOptimistic, useState, useTransition } from 'react'
import { LiveText, Notice } from '@/components/ui/Notice'
import type { Refusal } from '@/lib/outcome'
import { CategoryItem } from './CategoryItem.client'

export type OrderAction = (parent: string | null, slugs: string[]) => Promise<Refusal | null>

type CategoryRow = { slug: string; name: string }
type CategoryOrderProps = { parent: string | null; categories: CategoryRow[]; order: OrderAction }

/** Sibling categories, ordered by dragging, with the keyboard or with buttons. Each move is saved at once. */
export function CategoryOrder({ parent, categories, order }: CategoryOrderProps) {
  const t = useTranslations()
  const id = useId()
  // The new order is shown at once and replaced by the order in the server's answer.
  const [rows, showMoved] = useOptimistic(categories)
  const [result, setResult] = useState<{ refusal: Refusal | null } | null>(null)
  const [isSaving, startSaving] = useTransition()
  const nameOf = (slug: string | number) => rows.find((row) => row.slug === slug)?.name ?? ''
  const placeOf = (slug: string | number) => rows.findIndex((row) => row.slug === slug)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      // At the screen's edge a key scrolls first. With smooth scrolling the next key would use the old positions.
      scrollBehavior: 'auto',
    }),
  )

  function move(from: number, to: number) {
    if (from === to || to < 0 || to >= rows.length || isSaving) return
    const moved = arrayMove(rows, from, to)
    startSaving(async () => {
      showMoved(moved)
      const refusal = await order(
        parent,
        moved.map(({ slug }) => slug),
      )
      setResult({ refusal })
    })
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) move(placeOf(active.id), placeOf(over.id))
  }
  const announce = (
    word: 'lifted' | 'over' | 'dropped' | 'letGo',
    slug: string | number,
    over?: string | number,
  ) =>
    t(`newsroomCategories.${word}`, {
      name: nameOf(slug),
      other: over === undefined ? '' : nameOf(over),
    })
  return (
    <>
      <Notice tone="error">{result?.refusal && t(`refusals.${result.refusal}`)}</Notice>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{
          screenReaderInstructions: { draggable: t('newsroomCategories.howToMove') },
          announcements: {
            onDragStart: ({ active }) => announce('lifted', active.id),
            onDragOver: ({ active, over }) => {
              // A lifted item is at first over its own place.
              if (over?.id === active.id) return announce('lifted', active.id)
              return over ? announce('over', active.id, over.id) : undefined
            },
            onDragEnd: ({ active, over }) => announce('dropped', active.id, over?.id),
            onDragCancel: ({ active }) => announce('letGo', active.id),
          },
        }}
      >
        <SortableContext
          items={rows.map(({ slug }) => slug)}
          strategy={verticalListSortingStrategy}
        >
          <ol className="grid border-t border-rule">
            {rows.map(({ slug, name }, index) => (
              <CategoryItem
                key={slug}
                slug={slug}
                name={name}
                isFirst={index === 0}
                isLast={index === rows.length - 1}
                up={() => move(index, index - 1)}
                down={() => move(index, index + 1)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <LiveText keepsSpace>
        {isSaving && t('newsroomCategories.keeping')}
        {!isSaving && result && !result.refusal && t('newsroomDone.saved')}
      </LiveText>
    </>
  )
}
