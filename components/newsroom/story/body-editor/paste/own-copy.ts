import { DOMSerializer, type Fragment } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'

const storageKey = 'dainik-copy'
const attribute = 'data-dainik-copy'
let fallback: string | null = null

/** A secret of this browser, so that other editors' clipboards cannot pass for ours. */
function copyKey(): string {
  try {
    const stored = localStorage.getItem(storageKey)
    if (stored) return stored
    const created = crypto.randomUUID()
    localStorage.setItem(storageKey, created)
    return created
  } catch {
    // The browser keeps nothing: copies are known within this tab.
    fallback ??= crypto.randomUUID()
    return fallback
  }
}

/** Marks what is copied or dragged out of the editor. */
export function ownSerializer(schema: EditorView['state']['schema']): DOMSerializer {
  const plain = DOMSerializer.fromSchema(schema)
  const marked = new DOMSerializer(plain.nodes, plain.marks)
  marked.serializeFragment = (fragment: Fragment, options, target) => {
    const result = plain.serializeFragment(fragment, options, target)
    const { firstChild } = result
    if (firstChild instanceof Element) firstChild.setAttribute(attribute, copyKey())
    return result
  }
  return marked
}

/** Copied here or in another story of ours: the blocks themselves are on the clipboard. */
export function isOwnCopy(html: string): boolean {
  if (!html.includes(attribute)) return false
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const first = body.querySelector(`[data-pm-slice][${attribute}]`)
  return first?.getAttribute(attribute) === copyKey()
}
