import { Parser } from 'htmlparser2'

const hiddenElements = new Set(['script', 'style', 'template', 'noscript', 'title'])

/** What of a page's HTML a reader reads. */
export function visibleText(html: string): string {
  const parts: string[] = []
  let hiddenDepth = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (hiddenElements.has(name)) hiddenDepth += 1
    },
    onclosetag: (name) => {
      if (hiddenElements.has(name)) hiddenDepth -= 1
    },
    ontext: (text) => {
      if (hiddenDepth === 0) parts.push(text)
    },
  })
  parser.end(html)
  return parts.join('')
}
