import { Parser } from 'htmlparser2'

/** The headlines of an RSS feed by the GUID of their story. */
export function feedHeadlines(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  let item = { guid: '', title: '' }
  let open = ''
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (name === 'item') item = { guid: '', title: '' }
        open = name
      },
      ontext: (text) => {
        if (open === 'guid' || open === 'title') item[open] += text
      },
      onclosetag: (name) => {
        if (name === 'item') found.set(item.guid.trim(), item.title.trim())
        open = ''
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return found
}

const hiddenElements = new Set(['script', 'style', 'template', 'noscript', 'title'])

/** The text of a page that its reader sees. */
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
