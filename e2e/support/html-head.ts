import { DomUtils, parseDocument } from 'htmlparser2'

type Attributes = Record<string, string>

/** A document's head as crawlers read it: what stands outside of it does not count. */
export type Head = {
  title: string
  /** By `name` or `property`, in their order. */
  metas: Map<string, string[]>
  /** By `rel`. */
  links: Map<string, Attributes[]>
}

export function headOf(html: string): Head {
  const [element] = DomUtils.getElementsByTagName('head', parseDocument(html))
  const children = element?.children ?? []
  const attributesOf = (tag: string) =>
    DomUtils.getElementsByTagName(tag, children).map(({ attribs }) => attribs)
  const metas = Map.groupBy(attributesOf('meta'), ({ name, property = '' }) => name ?? property)
  const contentsOf = (all: Attributes[]) => all.map(({ content = '' }) => content)
  return {
    title: DomUtils.textContent(DomUtils.getElementsByTagName('title', children)),
    metas: new Map([...metas].map(([name, all]) => [name, contentsOf(all)])),
    links: Map.groupBy(attributesOf('link'), ({ rel = '' }) => rel),
  }
}

/** The one tag of that name; undefined where there is none. @throws Error where there are several */
export function meta({ metas }: Head, name: string): string | undefined {
  const found = metas.get(name) ?? []
  if (found.length > 1) throw new Error(`${name} is there ${found.length} times`)
  return found[0]
}

export const canonicalOf = ({ links }: Head): string[] =>
  (links.get('canonical') ?? []).map(({ href = '' }) => href)
