// Names in the user agent. The order matters: Edge also names Chrome, and Chrome also names Safari.
const browsers = [
  ['edge', /Edg(?:e|A|iOS)?\//],
  ['opera', /OPR\/|Opera/],
  ['samsung', /SamsungBrowser\//],
  ['ucBrowser', /UCBrowser\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\//],
] as const

const systems = [
  ['android', /Android/],
  ['ios', /iPhone|iPad/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux|CrOS/],
] as const

export type BrowserName = (typeof browsers)[number][0] | 'otherBrowser'
export type SystemName = (typeof systems)[number][0] | 'otherSystem'

/** The browser and operating system of a session, so that users can tell their devices apart. */
export function readUserAgent(userAgent: string | null): {
  browser: BrowserName
  system: SystemName
} {
  const text = userAgent ?? ''
  return {
    browser: browsers.find(([, pattern]) => pattern.test(text))?.[0] ?? 'otherBrowser',
    system: systems.find(([, pattern]) => pattern.test(text))?.[0] ?? 'otherSystem',
  }
}
