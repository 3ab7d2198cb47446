import { useEffect, useState } from 'react'
import { listFindings, type PlacedFinding } from '@/components/newsroom/story/body/style-marks'
import type { OpenForm } from '@/components/newsroom/story/open-form'
import { checkStyle, type Finding } from '@/lib/bengali/house-style'
import type { StoryContent } from '@/lib/newsroom/content'
import { type LineField, lineFields } from '@/lib/newsroom/style'

/** A finding in one of the lines above the body. */
export type LineFinding = Finding & { field: LineField; text: string }

// The marks in the text are found at a pause; the list need not be faster.
const pauseMs = 200

/** The findings marked in the body, a moment after they changed. */
export function useBodyFindings(form: OpenForm | null): PlacedFinding[] {
  const [findings, setFindings] = useState<PlacedFinding[]>([])
  useEffect(() => {
    if (!form) return
    const { editor } = form
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => setFindings(listFindings(editor))
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(look, pauseMs)
    }
    look()
    editor.on('transaction', wait)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', wait)
    }
  }, [form])
  return findings
}

export const lineFindings = (content: StoryContent): LineFinding[] =>
  lineFields.flatMap((field) =>
    checkStyle(content[field]).map((finding) => ({
      ...finding,
      field,
      text: content[field].slice(finding.start, finding.end),
    })),
  )
