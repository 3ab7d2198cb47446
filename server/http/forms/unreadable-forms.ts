import type { IncomingMessage, ServerResponse } from 'node:http'
import { requests } from '@/messages/bn.json'
import { sendPlain } from '@/server/http/response'

// What Next sends, without a page, when an exception reaches it from outside of a render: for a form that is from
// reading its body. What a command throws is caught by its action, what a page throws is drawn as the error page.
const bareError = 'Internal Server Error'

/** Answers 400 in Bengali where Next answers 500 because it cannot read the body of a form. */
export function refuseUnreadableForms(req: IncomingMessage, res: ServerResponse): void {
  if (req.method !== 'POST') return
  const end = res.end.bind(res) as (...args: unknown[]) => ServerResponse
  res.end = ((...args: unknown[]) => {
    if (res.headersSent || res.statusCode !== 500 || String(args[0]) !== bareError)
      return end(...args)
    res.end = end as typeof res.end
    for (const name of ['ETag', 'Content-Length', 'Content-Type']) res.removeHeader(name)
    sendPlain(res, 400, requests.malformedForm)
    return res
  }) as typeof res.end
}

const clientFault =
  /Failed to parse body as FormData|Failed to find Server Action|Unexpected end of form|Malformed part header|Invalid.*reference|Connection closed|is not valid JSON|Body exceeded/

/**
 * Keeps faults of a form's body out of the log: Next prints a stack for each, and anybody can send a million of them.
 * @param print what prints all else: `console.error`, `console.warn`
 */
export const withoutClientFaults =
  (print: (...args: unknown[]) => void) =>
  (...args: unknown[]): void => {
    if (!args.some((each) => clientFault.test(each instanceof Error ? each.message : String(each))))
      print(...args)
  }
