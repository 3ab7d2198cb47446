'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { type FrontPlace, frontPlaces } from '@/lib/front/front'
import { type PreviewView, previewViews } from '@/lib/newsroom/preview'
import { copyCardPath, previewPath } from '@/lib/newsroom/preview-address'
import type messages from '@/messages/bn.json'
import { Choice } from './Choice'
import { LiveFrame, type Theme } from './LiveFrame.client'
import { PreviewLinks } from './PreviewLinks.client'
import { useAround } from './use-around'
import { useSettled } from './use-settled'
import { useStage, useWidth } from './use-stage'

type Word = keyof (typeof messages)['newsroomPreview']

const widths = { phone: 360, desktop: 1280 } as const
type Width = keyof typeof widths
const themes = ['light', 'dark'] as const

const deviceTheme = (): Theme =>
  matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

/** The story as readers will see it, following what is written; and the links by which others may look at it. */
export function PreviewPanel() {
  return (
    <>
      <Stage />
      <PreviewLinks />
    </>
  )
}

function Stage() {
  const t = useTranslations('newsroomPreview')
  const { stage, isFull, fill, leave } = useStage()
  const [view, setView] = useState<PreviewView>('article')
  const [place, setPlace] = useState<FrontPlace>('rule')
  const [width, setWidth] = useState<Width>('phone')
  const [theme, setTheme] = useState<Theme>(deviceTheme)
  const { state } = useOpenStory()
  const options = <Value extends Word>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(value as Word) }))
  return (
    <dialog
      ref={stage}
      open
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
      onClose={() => stage.current?.open || leave()}
      className="static m-0 grid h-[75dvh] w-full max-w-none grid-rows-[auto_minmax(0,1fr)] gap-2 bg-paper p-0 text-ink [&:modal]:fixed [&:modal]:inset-0 [&:modal]:h-dvh [&:modal]:max-h-none [&:modal]:px-4 [&:modal]:pt-2"
    >
      <div className="flex flex-wrap items-center gap-x-4 border-b border-rule">
        <Choice name={t('view')} options={options(previewViews)} chosen={view} onChoose={setView} />
        {view === 'front' && (
          <Choice
            name={t('place')}
            options={options(frontPlaces)}
            chosen={place}
            onChoose={setPlace}
          />
        )}
        <Choice
          name={t('width')}
          options={options(['phone', 'desktop'] as const)}
          chosen={width}
          onChoose={setWidth}
        />
        <Choice name={t('theme')} options={options(themes)} chosen={theme} onChoose={setTheme} />
        <div className="ml-auto flex flex-wrap gap-x-4">
          <button type="button" onClick={isFull ? leave : fill} className="min-h-11 text-16">
            {t(isFull ? 'notFull' : 'full')}
          </button>
          <a
            href={previewPath(state.id, view, place)}
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-11 items-center text-16 underline"
          >
            {t('newTab')}
          </a>
        </div>
      </div>
      <Look key={view} view={view} place={place} width={widths[width]} theme={theme} />
    </dialog>
  )
}

type LookProps = { view: PreviewView; place: FrontPlace; width: number; theme: Theme }

function Look({ view, place, width, theme }: LookProps) {
  const t = useTranslations('newsroomPreview')
  const { state, content: typed } = useOpenStory()
  const content = useSettled(typed)
  const { around, state: known, again } = useAround({ view, place, content, state })
  const [frame, setFrame] = useState<'loading' | 'loaded' | 'failed'>('loading')
  const [round, setRound] = useState(0)
  const room = useRef<HTMLDivElement>(null)
  const available = useWidth(room)
  const scale = available > 0 ? Math.min(1, available / width) : 1
  const hasFailed = known === 'failed' || frame === 'failed'
  const retry = () => {
    setFrame('loading')
    setRound(round + 1)
    again()
  }
  // The address of the server's document; what is typed does not change it.
  const path = `/newsroom/preview/${state.id}/${view}?live`
  return (
    <div className="grid grid-rows-[auto_minmax(0,1fr)]">
      <div role="status" className="text-14 text-quiet">
        {!hasFailed && (known === 'loading' || frame === 'loading') && t('loading')}
        {!hasFailed && known === 'stale' && t('stale')}
        {hasFailed && (
          <p className="flex flex-wrap items-center gap-x-4 text-16 text-accent">
            {t('failed')}
            <button type="button" onClick={retry} className="min-h-11 underline">
              {t('again')}
            </button>
          </p>
        )}
      </div>
      <div ref={room} className="relative overflow-hidden bg-wash">
        <div className="absolute inset-0 mx-auto" style={{ width: width * scale }}>
          <LiveFrame
            key={`${path} ${round}`}
            path={path}
            title={t('frame')}
            around={around}
            content={content}
            cardPath={copyCardPath(state)}
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
