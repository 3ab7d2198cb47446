import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import postcss, { type ChildNode, type Container, type Rule } from 'postcss'

/** A rule by its selectors, each with the element and class names that it needs to match. */
type Style =
  | { text: string }
  | { selectors: { text: string; needs: string[] }[]; body: string }
  | { head: string; inside: Style[] }

/** A parsed stylesheet, from which the rules for a document are selected. */
export type Stylesheet = Style[]

// Names in brackets, quotes or functional pseudo-classes may be absent from a matching document.
const optional = /\[[^\]]*\]|:[\w-]+\((?:[^()]|\([^()]*\))*\)/g
const className = /\.([\w-]+)/g
const elementName = /(?:^|[\s>+~])([a-z][\w]*)/g
// Pseudo-elements of form fields: a page without a field needs no reset of them.
const fieldPart = /::(?:-webkit-(?:date|calendar|search|inner|outer)|file-selector|placeholder)/
const escaped = /\\(?:([0-9a-f]{1,6}) ?|(.))/gi

const names = (selector: string, pattern: RegExp) =>
  [...selector.matchAll(pattern)].map((match) => match[1] ?? '')

/** The names that a document must have for the selector to match; a class with its dot. */
function needsOf(selector: string): string[] {
  // An escaped character is part of a name and begins no brackets or pseudo-class.
  const signs: string[] = []
  const plain = selector.replace(escaped, (_, code: string | undefined, sign: string) => {
    signs.push(code ? String.fromCodePoint(Number.parseInt(code, 16)) : sign)
    return `_${signs.length - 1}_E`
  })
  const meant = (name: string) => name.replace(/_(\d+)_E/g, (_, at) => signs[Number(at)] ?? '')
  const bare = plain.replace(optional, '')
  const classes = names(bare, className).map((name) => `.${meant(name)}`)
  const elements = names(bare.replace(className, ''), elementName)
  return [...classes, ...elements, ...(fieldPart.test(selector) ? ['input'] : [])]
}

const bodyOf = (rule: Rule) => rule.nodes.map(String).join(';')

function styleOf(node: ChildNode): Style {
  if (node.type === 'rule') {
    const selectors = node.selectors.map((text) => ({ text, needs: needsOf(text) }))
    return { selectors, body: bodyOf(node) }
  }
  const isGroup = node.type === 'atrule' && ['media', 'layer', 'supports'].includes(node.name)
  if (isGroup && node.nodes) {
    const head = `@${node.name}${node.params && ` ${node.params}`}`
    return { head, inside: stylesOf(node) }
  }
  return { text: `${node}${node.type === 'atrule' && !node.nodes ? ';' : ''}` }
}

const stylesOf = (container: Container) => (container.nodes ?? []).map(styleOf)

/**
 * Reads a stylesheet that is already minified.
 * @param folder the path of the folder it is served from, by which its relative addresses are read
 */
export function readStylesheet(css: string, folder: string): Stylesheet {
  const absolute = css.replace(
    /url\((?!["']?(?:[a-z]+:|\/|#))(["']?)([^)"']+)\1\)/g,
    (_, quote, path) => `url(${quote}${posix.join(folder, path)}${quote})`,
  )
  return stylesOf(postcss.parse(absolute))
}

function textOf(style: Style, has: (name: string) => boolean): string {
  if ('text' in style) return style.text
  if ('head' in style) {
    const inside = stylesFor(style.inside, has)
    return inside && `${style.head}{${inside}}`
  }
  const matching = style.selectors.filter(({ needs }) => needs.every(has))
  if (matching.length === 0) return ''
  return `${matching.map(({ text }) => text).join(',')}{${style.body}}`
}

/**
 * The rules that a document needs, in order.
 * @param has whether the document has an element of that name, or of the class `.name`
 */
export function stylesFor(stylesheet: Stylesheet, has: (name: string) => boolean): string {
  return stylesheet.map((style) => textOf(style, has)).join('')
}

const stylesheetCache = new Map<string, Stylesheet | null>()

function readBuilt(href: string): Stylesheet | null {
  const path = href.replace(/\?.*$/, '')
  if (!/^\/_next\/static\/[\w./-]+\.css$/.test(path) || path.includes('..')) return null
  try {
    const file = join('.next', path.slice('/_next/'.length))
    return readStylesheet(readFileSync(file, 'utf8'), posix.dirname(path))
  } catch {
    // The file is not of this build: the page keeps the link.
    return null
  }
}

/** A stylesheet of this build by its address in pages; null for any other. Parsed once. */
export function builtStylesheet(href: string): Stylesheet | null {
  const known = stylesheetCache.get(href)
  if (known !== undefined) return known
  const stylesheet = readBuilt(href)
  stylesheetCache.set(href, stylesheet)
  return stylesheet
}
