import { Parser } from 'htmlparser2'

const silent = new Set(['script', 'style', 'template', 'noscript', 'title'])

/** What of a page's HTML a reader reads. */
export function pageText(html: string): string {
  const parts: string[] = []
  let silence = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (silent.has(name)) silence += 1
    },
    onclosetag: (name) => {
      if (silent.has(name)) silence -= 1
    },
    ontext: (text) => {
      if (silence === 0) parts.push(text)
    },
  })
  parser.end(html)
  return parts.join('')
}
