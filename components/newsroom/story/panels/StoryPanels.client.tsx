'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Tabs } from '@/components/ui/Tabs.client'
import { panels } from './panels.client'
import { useIsWide } from './use-is-wide'

const [firstPanel] = panels

/** The panels beside the story: a column, or on phones a bar at the bottom with a drawer above. */
export function StoryPanels() {
  const t = useTranslations('newsroomStory')
  const isWide = useIsWide()
  const aside = useRef<HTMLElement>(null)
  const [selected, setSelected] = useState(firstPanel)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  if (!selected) return null
  const isExpanded = isWide || isDrawerOpen
  const select = (name: typeof selected.name) => {
    setSelected(panels.find((panel) => panel.name === name))
    setDrawerOpen(name !== selected.name || !isDrawerOpen)
  }
  const close = () => {
    setDrawerOpen(false)
    aside.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
  }
  return (
    <aside
      ref={aside}
      aria-label={t('tools')}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-edge bg-paper lg:sticky lg:inset-auto lg:top-0 lg:z-0 lg:flex lg:max-h-dvh lg:flex-col lg:border-t-0 lg:border-l lg:border-rule"
    >
      <Tabs
        label={t('tools')}
        tabs={panels.map(({ name }) => ({ id: name, label: t(name) }))}
        selected={selected.name}
        isExpanded={isExpanded}
        onSelect={select}
      >
        {isExpanded && (
          <div className="grid gap-4">
            <div className="flex items-center justify-between gap-4">
              <h2 className="text-18">{t(selected.name)}</h2>
              <Button onClick={close} variant="bare" isPadded className="lg:hidden">
                {t('closeTool')}
              </Button>
            </div>
            <selected.Tool key={selected.name} />
          </div>
        )}
      </Tabs>
    </aside>
  )
}
