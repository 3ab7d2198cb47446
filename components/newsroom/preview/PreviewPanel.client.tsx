'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { SegmentedControl } from '@/components/ui/SegmentedControl'
import { type FrontPlace, frontPlaces } from '@/lib/front/front'
import { type PreviewViewName, previewViewNames } from '@/lib/newsroom/preview/preview'
import { previewCardPath, previewPath } from '@/lib/newsroom/preview/preview-address'
import type messages from '@/messages/bn.json'
import { PreviewFrame, type Theme } from './PreviewFrame.client'
import { PreviewLinks } from './PreviewLinks.client'
import { useDebouncedValue } from './use-debounced-value'
import { useElementWidth, useFullscreenDialog } from './use-fullscreen-dialog'
import { usePreviewContext } from './use-preview-context'

type Word = keyof (typeof messages)['newsroomPreview']

const widths = { phone: 360, desktop: 1280 } as const
type Width = keyof typeof widths
const themes = ['light', 'dark'] as const

const deviceTheme = (): Theme =>
  matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

/** The live preview of the story, and its preview links. */
export function PreviewPanel() {
  return (
    <>
      <PreviewDialog />
      <PreviewLinks />
    </>
  )
}

function PreviewDialog() {
  const t = useTranslations('newsroomPreview')
  const {
    stage: dialog,
    isFull: isFullscreen,
    fill: enterFullscreen,
    leave: exitFullscreen,
  } = useFullscreenDialog()
  const [view, setView] = useState<PreviewViewName>('article')
  const [place, setPlace] = useState<FrontPlace>('rule')
  const [width, setWidth] = useState<Width>('phone')
  const [theme, setTheme] = useState<Theme>(deviceTheme)
  const { state } = useOpenStory()
  const options = <Value extends Word>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(value as Word) }))
  return (
    <dialog
      ref={dialog}
      open
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault()
        exitFullscreen()
      }}
      onClose={() => dialog.current?.open || exitFullscreen()}
      className="static m-0 grid h-[75dvh] w-full max-w-none grid-rows-[auto_minmax(0,1fr)] gap-2 bg-paper p-0 text-ink [&:modal]:fixed [&:modal]:inset-0 [&:modal]:h-dvh [&:modal]:max-h-none [&:modal]:px-4 [&:modal]:pt-2"
    >
      <div className="flex flex-wrap items-center gap-x-4 border-b border-rule">
        <SegmentedControl
          name={t('view')}
          options={options(previewViewNames)}
          chosen={view}
          onChoose={setView}
        />
        {view === 'front' && (
          <SegmentedControl
            name={t('place')}
            options={options(frontPlaces)}
            chosen={place}
            onChoose={setPlace}
          />
        )}
        <SegmentedControl
          name={t('width')}
          options={options(['phone', 'desktop'] as const)}
          chosen={width}
          onChoose={setWidth}
        />
        <SegmentedControl
          name={t('theme')}
          options={options(themes)}
          chosen={theme}
          onChoose={setTheme}
        />
        <div className="ml-auto flex flex-wrap gap-x-4">
          <Button variant="bare" onClick={isFullscreen ? exitFullscreen : enterFullscreen}>
            {t(isFullscreen ? 'notFull' : 'full')}
          </Button>
          <ButtonLink href={previewPath(state.id, view, place)} target="_blank" rel="noopener">
            {t('newTab')}
          </ButtonLink>
        </div>
      </div>
      <PreviewViewport key={view} view={view} place={place} width={widths[width]} theme={theme} />
    </dialog>
  )
}

type PreviewViewportProps = {
  view: PreviewViewName
  place: FrontPlace
  width: number
  theme: Theme
}

function PreviewViewport({ view, place, width, theme }: PreviewViewportProps) {
  const t = useTranslations('newsroomPreview')
  const { state, content: typed } = useOpenStory()
  const content = useDebouncedValue(typed)
  const {
    context,
    state: contextState,
    refetch,
  } = usePreviewContext({ view, place, content, state })
  const [frame, setFrame] = useState<'loading' | 'loaded' | 'failed'>('loading')
  const [attempt, setAttempt] = useState(0)
  const container = useRef<HTMLDivElement>(null)
  const available = useElementWidth(container)
  const scale = available > 0 ? Math.min(1, available / width) : 1
  const hasFailed = contextState === 'failed' || frame === 'failed'
  const retry = () => {
    setFrame('loading')
    setAttempt(attempt + 1)
    refetch()
  }
  // The address of the server's document. Typing does not change it.
  const path = `/newsroom/preview/${state.id}/${view}?live`
  return (
    <div className="grid grid-rows-[auto_minmax(0,1fr)]">
      <div role="status" className="text-14 text-quiet">
        {!hasFailed && (contextState === 'loading' || frame === 'loading') && t('loading')}
        {!hasFailed && contextState === 'stale' && t('stale')}
        {hasFailed && (
          <p className="flex flex-wrap items-center gap-x-4 text-16 text-accent">
            {t('failed')}
            <Button variant="link" onClick={retry}>
              {t('again')}
            </Button>
          </p>
        )}
      </div>
      <div ref={container} className="relative overflow-hidden bg-wash">
        <div className="absolute inset-0 mx-auto" style={{ width: width * scale }}>
          <PreviewFrame
            key={`${path} ${attempt}`}
            path={path}
            title={t('frame')}
            context={context}
            content={content}
            cardPath={previewCardPath(state)}
            theme={theme}
            width={width}
            scale={scale}
            onState={setFrame}
          />
        </div>
      </div>
    </div>
  )
}
