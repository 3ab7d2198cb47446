import { useEffect, useState } from 'react'
import {
  listFindings,
  type PlacedFinding,
} from '@/components/newsroom/story/body-editor/plugins/style-marks'
import type { OpenForm } from '@/components/newsroom/story/form/open-form'
import { checkStyle, type Finding } from '@/lib/bengali/house-style/house-style'
import { type SingleLineField, singleLineFields } from '@/lib/newsroom/draft/house-style-findings'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'

/** A finding in one of the lines above the body. */
export type LineFinding = Finding & { field: SingleLineField; text: string }

// The marks in the text are updated at a pause; the list need not be faster.
const debounceMs = 200

/** The findings marked in the body, a moment after they changed. */
export function useBodyFindings(form: OpenForm | null): PlacedFinding[] {
  const [findings, setFindings] = useState<PlacedFinding[]>([])
  useEffect(() => {
    if (!form) return
    const { editor } = form
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => setFindings(listFindings(editor))
    const scheduleRefresh = () => {
      clearTimeout(timer)
      timer = setTimeout(refresh, debounceMs)
    }
    refresh()
    editor.on('transaction', scheduleRefresh)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', scheduleRefresh)
    }
  }, [form])
  return findings
}

export const lineFindings = (content: StoryContent): LineFinding[] =>
  singleLineFields.flatMap((field) =>
    checkStyle(content[field]).map((finding) => ({
      ...finding,
      field,
      text: content[field].slice(finding.start, finding.end),
    })),
  )
