/** The newsroom's addresses that accounts have to do with. */
export const newsroomPath = '/newsroom'
export const accountPath = '/newsroom/account'
export const twoStepPath = '/newsroom/account/two-step'

// A browser reads another host from // and /\, and ignores tabs and line ends.
const isNewsroomPath = (path: string) =>
  /^\/newsroom(?:[/?][!-~]*)?$/.test(path) && !/[\\]|\/\//.test(path)

/** The page to redirect to after signing in. An address outside the newsroom is ignored. */
export function safeReturnPath(returnPath: unknown): string {
  if (typeof returnPath !== 'string' || returnPath.length > 1_000 || !isNewsroomPath(returnPath))
    return newsroomPath
  const url = new URL(returnPath, 'http://newsroom.invalid')
  // The parameter that Next adds to prefetch requests.
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

/** The page of the second sign-in step. */
export const twoStepCodePath = (returnPath: string) =>
  returnPath === newsroomPath
    ? '/newsroom/code'
    : `/newsroom/code?to=${encodeURIComponent(returnPath)}`
