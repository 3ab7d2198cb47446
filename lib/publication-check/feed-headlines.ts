import { Parser } from 'htmlparser2'

/** The headlines that an RSS feed tells, each under its story's name. */
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
