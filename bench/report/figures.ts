type Limit = { most: number } | { least: number }

/** A measured figure and its limit. */
export type Figure = {
  name: string
  value: number
  unit: string
  /** The same thing, measured in the same run under other conditions. */
  beside?: { name: string; value: number }
  /** The limit of the ratio to the compared value, or of the value itself without one. */
  limit: Limit | undefined
}

export const figure = (name: string, value: number, unit = '', limit?: Limit): Figure => ({
  name,
  value,
  unit,
  limit,
})

const measureOf = ({ value, beside }: Figure) => (beside ? value / beside.value : value)

/** A figure that could not be measured (NaN) is over its limit as well. */
export function isOver(figure: Figure): boolean {
  const { limit } = figure
  if (!limit) return false
  const measure = measureOf(figure)
  return !('most' in limit ? measure <= limit.most : measure >= limit.least)
}

const digitsOf = (value: number) => (Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2)
const shown = (value: number) =>
  Number.isNaN(value)
    ? '?'
    : value.toLocaleString('en', { maximumFractionDigits: digitsOf(value), useGrouping: true })

function ratioOf({ value, beside, limit }: Figure): string {
  if (beside) return `${(value / beside.value).toFixed(2)} × ${beside.name}`
  if (!limit) return ''
  const bound = 'most' in limit ? limit.most : limit.least
  return bound === 0 ? '' : `${(value / bound).toFixed(2)} × limit`
}

const limitOf = ({ limit }: Figure) =>
  limit ? ('most' in limit ? `≤ ${shown(limit.most)}` : `≥ ${shown(limit.least)}`) : ''

/** The figures as a table in Markdown, aligned for a terminal as well. */
export function figuresTable(title: string, figures: Figure[]): string {
  const rows = [
    [title, 'measured', 'ratio', 'limit', ''],
    ...figures.map((figure) => [
      figure.name,
      `${shown(figure.value)} ${figure.unit}`.trim(),
      ratioOf(figure),
      limitOf(figure),
      isOver(figure) ? 'OVER' : '',
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((at) =>
    Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)),
  )
  const lines = rows.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width, at) => `${'-'.repeat(width - 1)}${at === 0 ? '-' : ':'}`).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** Prints the table. Returns how many figures are over their limits. */
export function report(title: string, figures: Figure[]): number {
  process.stdout.write(`\n${figuresTable(title, figures)}\n`)
  return figures.filter(isOver).length
}

/** Prints the last line of a bench. Returns its exit status. */
export function verdict(over: number): number {
  const word = over === 0 ? 'all within their limits' : `${over} over their limits`
  process.stdout.write(`\n${word}\n`)
  return over === 0 ? 0 : 1
}
