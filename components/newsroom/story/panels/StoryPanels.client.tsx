'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { type Panel, panels } from './panels.client'
import { useIsWide } from './use-is-wide'

/** The panels beside the story: a column, or on phones a bar at the bottom with a drawer above. */
export function StoryPanels() {
  const t = useTranslations('newsroomStory')
  const id = useId()
  const isWide = useIsWide()
  const bar = useRef<HTMLElement>(null)
  const [chosen, setChosen] = useState<Panel | null>(null)
  const open = chosen ?? (isWide ? panels[0] : undefined)
  if (panels.length === 0) return null
  const close = () => {
    setChosen(null)
    bar.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus()
  }
  return (
    <aside
      aria-label={t('tools')}
      className="fixed inset-x-0 bottom-0 z-20 flex flex-col-reverse border-t border-edge bg-paper lg:sticky lg:inset-auto lg:top-0 lg:z-0 lg:max-h-dvh lg:flex-col lg:border-t-0 lg:border-l lg:border-rule"
    >
      <nav
        ref={bar}
        aria-label={t('tools')}
        className="grid auto-cols-fr grid-flow-col border-rule lg:border-b"
      >
        {panels.map((panel) => (
          <button
            key={panel.name}
            type="button"
            aria-expanded={panel === open}
            aria-controls={id}
            onClick={() => setChosen(panel === chosen && !isWide ? null : panel)}
            className="min-h-12 border-t-[3px] border-transparent px-1 text-16 aria-expanded:border-ink aria-expanded:font-bold lg:border-t-0 lg:border-b-[3px]"
          >
            {t(panel.name)}
          </button>
        ))}
      </nav>
      <section
        id={id}
        aria-label={open && t(open.name)}
        hidden={!open}
        className="max-h-[70dvh] overflow-y-auto overscroll-contain p-4 lg:max-h-none lg:min-h-0"
      >
        {open && (
          <div className="grid gap-4">
            <div className="flex items-center justify-between gap-4">
              <h2 className="text-18">{t(open.name)}</h2>
              <button type="button" onClick={close} className="min-h-11 px-2 text-16 lg:hidden">
                {t('closeTool')}
              </button>
            </div>
            <open.Tool key={open.name} />
          </div>
        )}
      </section>
    </aside>
  )
}
