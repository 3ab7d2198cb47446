import type { AmbiguousMatch } from './detect-in-line'

type HighlightOverlayProps = { text: string; ambiguous: AmbiguousMatch[]; className: string }

/** Lies under a field and repeats its text invisibly, to mark words: a field cannot mark its own text. */
export function HighlightOverlay({ text, ambiguous, className }: HighlightOverlayProps) {
  let from = 0
  const pieces = ambiguous.map(({ start, end }) => {
    const before = text.slice(from, start)
    from = end
    return (
      <span key={start}>
        {before}
        <mark className="unsure-word text-transparent">{text.slice(start, end)}</mark>
      </span>
    )
  })
  return (
    <div
      aria-hidden="true"
      className={`pointer-events-none absolute inset-0 overflow-hidden whitespace-pre-wrap border border-transparent bg-paper px-3 py-2 text-transparent [overflow-wrap:break-word] ${className}`}
    >
      {pieces}
      {text.slice(from)}
    </div>
  )
}
