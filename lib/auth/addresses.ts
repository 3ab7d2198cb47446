/** The newsroom's addresses that accounts have to do with. */
export const doorPath = '/newsroom'
export const accountPath = '/newsroom/account'
export const twoStepPath = '/newsroom/account/two-step'

// Where a browser would read another host into it: //, /\ and what it drops (tabs, line ends).
const isOwn = (path: string) => /^\/newsroom(?:[/?][!-~]*)?$/.test(path) && !/[\\]|\/\//.test(path)

/** Where to go after signing in: a page of the newsroom and nothing else, whatever the address said. */
export function wayBack(to: unknown): string {
  if (typeof to !== 'string' || to.length > 1_000 || !isOwn(to)) return doorPath
  const url = new URL(to, 'http://newsroom.invalid')
  // What Next adds to what it fetches ahead.
  url.searchParams.delete('_rsc')
  return `${url.pathname}${url.search}`
}

/** The door, which leads back to `from` once one is through. */
export function signInPath(from: string): string {
  const to = wayBack(from)
  return to === doorPath ? '/newsroom/sign-in' : `/newsroom/sign-in?to=${encodeURIComponent(to)}`
}

/** Where the second step is taken. */
export const codePath = (to: string) =>
  to === doorPath ? '/newsroom/code' : `/newsroom/code?to=${encodeURIComponent(to)}`
