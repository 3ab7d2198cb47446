'use client'

import { NextIntlClientProvider } from 'next-intl'
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { PreviewContent } from '@/components/preview/PreviewContent'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { LoadedPreview } from './use-preview-context'

export type Theme = 'light' | 'dark'

type PreviewFrameProps = {
  /** The server's preview of the last save: it is shown first and provides the page around the story. */
  path: string
  title: string
  context: LoadedPreview | null
  content: StoryContent
  /** The address of the share card of the last save. */
  cardPath: string
  theme: Theme
  /** The page's size in CSS pixels, and its scale. */
  width: number
  scale: number
  onState: (state: 'loaded' | 'failed') => void
}

/** The element of the frame's document that the reader components render into; null for a foreign page. */
function rootIn(frame: HTMLIFrameElement, onBroken: () => void): Root | null {
  const document = frame.contentDocument
  const main = document?.querySelector('main#content')
  if (!document || !main) return null
  // Links open in a new tab, not in the frame.
  const base = document.createElement('base')
  base.target = '_blank'
  document.head.append(base)
  return createRoot(main, { onUncaughtError: onBroken })
}

/**
 * The live preview of a reader page. The document comes from the server. The content between masthead and
 * footer is rendered here by the reader components. Updates need no reload and no network and keep the scroll position.
 */
export function PreviewFrame(props: PreviewFrameProps) {
  const { path, title, context, content, cardPath, theme, width, scale, onState } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [root, setRoot] = useState<Root | null>(null)

  const mountedDocument = useRef<Document | null>(null)

  const mount = useCallback(() => {
    const document = frame.current?.contentDocument ?? null
    if (document && document === mountedDocument.current) return
    mountedDocument.current = document
    const found = frame.current && rootIn(frame.current, () => onState('failed'))
    setRoot(found)
    onState(found ? 'loaded' : 'failed')
  }, [onState])

  // The frame's load event fires after its last picture, so the text is awaited instead.
  useEffect(() => {
    let next = 0
    const waitForDocument = () => {
      const document = frame.current?.contentDocument
      const isReady =
        document && document.URL !== 'about:blank' && document.readyState !== 'loading'
      if (isReady) mount()
      else next = requestAnimationFrame(waitForDocument)
    }
    waitForDocument()
    return () => cancelAnimationFrame(next)
  }, [mount])

  useEffect(() => {
    if (!root || !context) return
    startTransition(() => {
      root.render(
        <NextIntlClientProvider locale="bn" timeZone="Asia/Dhaka" messages={context.words}>
          <PreviewContent preview={context.preview} content={content} cardPath={cardPath} />
        </NextIntlClientProvider>,
      )
    })
  }, [root, context, content, cardPath])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new document must be reported too
  useEffect(() => {
    const document = frame.current?.contentDocument
    if (document) document.documentElement.dataset.theme = theme
  }, [theme, root])

  return (
    <iframe
      ref={frame}
      src={path}
      title={title}
      onLoad={mount}
      className="absolute top-0 left-0 origin-top-left bg-paper"
      style={{ width, height: `${100 / scale}%`, transform: `scale(${scale})` }}
    />
  )
}
