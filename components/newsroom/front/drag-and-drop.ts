import {
  type Announcements,
  type CollisionDetection,
  closestCorners,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useTranslations } from 'next-intl'

/** Drag and drop of stories: drop targets, keyboard control and announcements for screen readers. */

/** A place under the pointer, or, by keyboard, the nearest. */
export const detectDropTarget: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCorners(args)

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** The arrow keys move from place to place in page order. */
const slotCoordinates: KeyboardCoordinateGetter = (event, { context }) => {
  const step = steps[event.code]
  if (step === undefined) return undefined
  event.preventDefault()
  const places = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const box = context.droppableRects.get(id)
      return box ? [{ id, box }] : []
    })
    .toSorted((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
  const now = places.findIndex(({ id }) => id === context.over?.id)
  const next = places[Math.min(Math.max(now + step, 0), places.length - 1)]
  return next && { x: next.box.left, y: next.box.top }
}

export function useDragSensors() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A finger held still starts a drag; a moving finger scrolls.
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: slotCoordinates }),
  )
}

const textFrom = (data: unknown, name: 'headline' | 'name') =>
  String((data as Record<string, unknown> | undefined)?.[name] ?? '')

export function useDragAnnouncements(): Announcements {
  const t = useTranslations('newsroomFront')
  return {
    onDragStart: ({ active }) =>
      t('taken', { headline: textFrom(active.data.current, 'headline') }),
    onDragOver: ({ active, over }) =>
      over
        ? t('over', {
            headline: textFrom(active.data.current, 'headline'),
            place: textFrom(over.data.current, 'name'),
          })
        : t('overNothing'),
    onDragEnd: ({ active, over }) =>
      over
        ? t('put', {
            headline: textFrom(active.data.current, 'headline'),
            place: textFrom(over.data.current, 'name'),
          })
        : t('putNowhere'),
    onDragCancel: () => t('putNowhere'),
  }
}
