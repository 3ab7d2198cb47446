type Connection = { saveData?: boolean; effectiveType?: string }

export const matches = (query: string) => matchMedia(query).matches

/** Whether the connection is metered or slow. */
export function isConnectionLimited(): boolean {
  const { saveData, effectiveType = '' } =
    (navigator as Navigator & { connection?: Connection }).connection ?? {}
  return Boolean(saveData) || /2g/.test(effectiveType) || matches('(prefers-reduced-data: reduce)')
}
