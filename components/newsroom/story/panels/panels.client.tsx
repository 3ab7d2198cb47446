'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type messages from '@/messages/bn.json'
import { PanelLoading } from './PanelLoading.client'

const PublishPanel = dynamic(
  () =>
    import('@/components/newsroom/publish/PublishPanel.client').then((file) => file.PublishPanel),
  { ssr: false, loading: PanelLoading },
)
const PreviewPanel = dynamic(
  () =>
    import('@/components/newsroom/preview/PreviewPanel.client').then((file) => file.PreviewPanel),
  { ssr: false, loading: PanelLoading },
)
const RevisionsPanel = dynamic(
  () =>
    import('@/components/newsroom/story/revisions/RevisionsPanel.client').then(
      (file) => file.RevisionsPanel,
    ),
  { ssr: false, loading: PanelLoading },
)
const ChecksPanel = dynamic(
  () =>
    import('@/components/newsroom/story/checks/ChecksPanel.client').then(
      (file) => file.ChecksPanel,
    ),
  { ssr: false, loading: PanelLoading },
)

/** A tool beside the story: its word in "newsroomStory" of bn.json, and what it shows. */
export type Panel = { name: keyof (typeof messages)['newsroomStory']; Tool: ComponentType }

/**
 * The tools beside a story, in the order of their buttons: প্রকাশ ("publish"), প্রিভিউ ("preview"), সংস্করণ
 * ("revisions"), যাচাই ("check"). One is put in by a line here, its script fetched when it is opened:
 *
 *     { name: 'publish', Tool: dynamic(() => import('…/PublishPanel.client').then((file) => file.PublishPanel), { ssr: false, loading: PanelLoading }) },
 *
 * (`dynamic` of next/dynamic, with its options written out there.) The component takes no props and asks
 * `useOpenStory()`. It stands in a column of 24 rem beside the form, on phones in a drawer over the lower part of the
 * page; heading, inner margin and scrolling are the column's. It is taken away when another is opened.
 */
export const panels: Panel[] = [
  { name: 'publish', Tool: PublishPanel },
  { name: 'preview', Tool: PreviewPanel },
  { name: 'revisions', Tool: RevisionsPanel },
  { name: 'check', Tool: ChecksPanel },
]
