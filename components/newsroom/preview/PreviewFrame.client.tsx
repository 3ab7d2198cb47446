'use client'

import { NextIntlClientProvider } from 'next-intl'
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { PreviewContent } from '@/components/preview/PreviewContent'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { LoadedPreview } from './use-preview-context'

export type Theme = 'light' | 'dark'

type PreviewFrameProps = {
  /** The readers' page of the story as it was last saved: what is drawn first, and around it. */
  path: string
  title: string
  context: LoadedPreview | null
  content: StoryContent
  /** Where the share card of what was last saved is drawn. */
  cardPath: string
  theme: Theme
  /** Of the page, in CSS pixels, and how much smaller it is shown. */
  width: number
  scale: number
  onState: (state: 'loaded' | 'failed') => void
}

/** Where readers' components draw in the document of the frame; null for what is no page of ours. */
function rootIn(frame: HTMLIFrameElement, onBroken: () => void): Root | null {
  const document = frame.contentDocument
  const main = document?.querySelector('main#content')
  if (!document || !main) return null
  // What is linked to opens beside the newsroom, not in the frame.
  const base = document.createElement('base')
  base.target = '_blank'
  document.head.append(base)
  return createRoot(main, { onUncaughtError: onBroken })
}

/**
 * A readers' page that follows what is written: the document is the server's, and what stands between masthead and
 * footer is drawn here by the readers' own components, in place. Nothing is loaded or scrolled, and no line is needed.
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

  // As soon as its text is there: a frame says that it is loaded when its last picture is.
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new document is told as well
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
