/** The newsroom's addresses that accounts have to do with. */
export const newsroomPath = '/newsroom'
export const accountPath = '/newsroom/account'
export const twoStepPath = '/newsroom/account/two-step'

// Where a browser would read another host into it: //, /\ and what it drops (tabs, line ends).
const isNewsroomPath = (path: string) =>
  /^\/newsroom(?:[/?][!-~]*)?$/.test(path) && !/[\\]|\/\//.test(path)

/** Where to go after signing in: a page of the newsroom and nothing else, whatever the address said. */
export function safeReturnPath(returnPath: unknown): string {
  if (typeof returnPath !== 'string' || returnPath.length > 1_000 || !isNewsroomPath(returnPath))
    return newsroomPath
  const url = new URL(returnPath, 'http://newsroom.invalid')
  // What Next adds to what it fetches ahead.
  url.searchParams.delete('_rsc')
  return `${url.pathname}${url.search}`
}

/** The sign-in page, which redirects to `from` afterwards. */
export function signInPath(fromPath: string): string {
  const returnPath = safeReturnPath(fromPath)
  return returnPath === newsroomPath
    ? '/newsroom/sign-in'
    : `/newsroom/sign-in?to=${encodeURIComponent(returnPath)}`
}

/** Where the second step is taken. */
export const twoStepCodePath = (returnPath: string) =>
  returnPath === newsroomPath
    ? '/newsroom/code'
    : `/newsroom/code?to=${encodeURIComponent(returnPath)}`
