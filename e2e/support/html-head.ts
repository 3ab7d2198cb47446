import { Parser } from 'htmlparser2'

/** A document's head as crawlers read it: what stands outside of it does not count. */
export type Head = {
  title: string
  /** By `name` or `property`, in their order. */
  metas: Map<string, string[]>
  /** By `rel`: the attributes of each. */
  links: Map<string, Record<string, string>[]>
}

export function headOf(html: string): Head {
  const head: Head = { title: '', metas: new Map(), links: new Map() }
  let isIn = false
  let isTitle = false
  const add = <Value>(all: Map<string, Value[]>, name: string, value: Value) =>
    all.set(name, [...(all.get(name) ?? []), value])
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'head') isIn = true
      if (!isIn) return
      isTitle = tag === 'title'
      const { name, property, content = '', rel = '' } = attributes
      if (tag === 'meta') add(head.metas, name ?? property ?? '', content)
      if (tag === 'link') add(head.links, rel, attributes)
    },
    ontext(text) {
      if (isTitle) head.title += text
    },
    onclosetag(tag) {
      isTitle = false
      if (tag === 'head') isIn = false
    },
  })
  parser.end(html)
  return head
}

/** The one tag of that name; undefined where there is none. @throws Error where there are several */
export function meta({ metas }: Head, name: string): string | undefined {
  const found = metas.get(name) ?? []
  if (found.length > 1) throw new Error(`${name} is there ${found.length} times`)
  return found[0]
}

export const canonicalOf = ({ links }: Head): string[] =>
  (links.get('canonical') ?? []).map(({ href = '' }) => href)
