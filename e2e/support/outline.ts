/**
 * What stands in a page's main part, a line each: elements with all their attributes, and texts. The same for a document
 * as a server sent it and for one that a browser drew. For `evaluate`: it may use nothing from outside itself.
 */
export function outline(of: Element | string): string[] {
  const root =
    typeof of === 'string'
      ? new DOMParser().parseFromString(of, 'text/html').querySelector('main')
      : of
  const lines: string[] = []
  const attributesOf = (element: Element) =>
    [...element.attributes]
      .map(({ name, value }) =>
        name === 'style' ? `style=${(element as HTMLElement).style.cssText}` : `${name}=${value}`,
      )
      .sort()
      .join(' ')
  const walk = (node: Node, depth: number) => {
    const indent = ' '.repeat(depth)
    if (node instanceof Text || node.nodeType === 3) {
      // Neighbours are one text, however they came to be.
      const last = lines.at(-1)
      if (last?.startsWith(`${indent}“`)) lines[lines.length - 1] = last + node.textContent
      else lines.push(`${indent}“${node.textContent}`)
      return
    }
    if (node.nodeType !== 1) return
    const element = node as HTMLElement
    lines.push(`${indent}<${element.localName} ${attributesOf(element)}>`)
    const hidden =
      element.localName === 'template' ? (element as HTMLTemplateElement).content : null
    for (const child of [...(hidden?.childNodes ?? []), ...element.childNodes]) {
      walk(child, depth + 1)
    }
  }
  if (root) for (const child of root.childNodes) walk(child, 0)
  return lines
}
