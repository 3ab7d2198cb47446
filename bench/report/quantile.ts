/** The value that so great a share (0 to 1) of the values does not exceed: one of them, the nearest rank. */
export function quantile(values: number[], share: number): number {
  const rank = Math.max(Math.ceil(share * values.length), 1)
  return values.toSorted((a, b) => a - b)[rank - 1] ?? Number.NaN
}

export const median = (values: number[]) => quantile(values, 0.5)
