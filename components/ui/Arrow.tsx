const shapes = {
  /** To what comes next. */
  next: 'M1 8h13M9 3l5 5-5 5',
  previous: 'M15 8H2m5-5L2 8l5 5',
  /** To what lies below, in a trail. */
  inner: 'm6 3 5 5-5 5',
  outer: 'm10 3-5 5 5 5',
  /** The arrow of a control that expands. */
  below: 'm3 6 5 5 5-5',
} as const

/**
 * An arrow beside a word, as a drawing: no Bengali face holds the character →, and to find one that does, once for each
 * weight and family it stands in, took a third of the time that a page's first layout takes (docs/performance.md).
 */
export function Arrow({ to, className = '' }: { to: keyof typeof shapes; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={`size-4 shrink-0 fill-none stroke-current stroke-2 ${className}`.trimEnd()}
    >
      <path d={shapes[to]} />
    </svg>
  )
}
