/** A value of the element's own style, in small letters; '' when the style does not set it. */
export function styleValue(element: Element, name: string): string {
  const style = element.getAttribute('style') ?? ''
  const found = [...style.matchAll(new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]*)`, 'gi'))].at(-1)
  return found?.[1]?.trim().toLowerCase() ?? ''
}

// Elements that belong to a page and not to its text.
const PAGE_TAGS =
  /^(script|style|head|meta|link|title|template|noscript|svg|button|input|select|canvas|colgroup|rp|rt|annotation|annotation-xml)$/i

/** Whether readers of the source did not see the element. */
export function isHidden(element: Element): boolean {
  const is = (name: string, values: RegExp) => values.test(styleValue(element, name))
  return (
    PAGE_TAGS.test(element.tagName) ||
    element.hasAttribute('hidden') ||
    is('display', /^none/) ||
    is('visibility', /^(hidden|collapse)/) ||
    is('content-visibility', /^hidden/) ||
    is('mso-hide', /^all/) ||
    is('mso-list', /^ignore/)
  )
}

const BLOCK_TAGS =
  /^(address|article|aside|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hgroup|hr|legend|listing|main|menu|nav|p|plaintext|pre|search|section|summary|tbody|td|textarea|tfoot|th|thead|tr|caption|html|li|xmp)$/i

/** Whether the element is a block: by its style, else by its name. */
export function isBlock(element: Element): boolean {
  const display = styleValue(element, 'display')
  if (
    /^(inline|contents|ruby)/.test(display) &&
    !/^inline (flow-root|table|flex|grid)/.test(display)
  )
    return false
  return /^(block|flex|grid|table|list-item|flow-root|-webkit-box)/.test(display)
    ? true
    : BLOCK_TAGS.test(element.tagName)
}

/** Whether line breaks in the element's text are seen; undefined when it inherits that. */
export function keepsLinesInside(element: Element): boolean | undefined {
  const value = styleValue(element, 'white-space-collapse') || styleValue(element, 'white-space')
  if (/^(pre|break-spaces)/.test(value)) return true
  if (/^(normal|nowrap|collapse|initial|unset|revert)/.test(value)) return false
  return /^(pre|textarea|listing|xmp|plaintext)$/i.test(element.tagName) || undefined
}

/** Whether the element stands above or below the line. */
export function scriptOf(element: Element): 'super' | 'sub' | null {
  const [align, raise] = ['vertical-align', 'mso-text-raise'].map((name) =>
    styleValue(element, name),
  )
  if (align === 'super' || align === 'sub') return align
  if (Number.parseFloat(raise ?? '')) return raise?.startsWith('-') ? 'sub' : 'super'
  if (align === 'baseline') return null
  if (/^sup$/i.test(element.tagName)) return 'super'
  return /^sub$/i.test(element.tagName) ? 'sub' : null
}

const NOTE_ADDRESS =
  /#_{0,2}(ftn|edn|ftnt|ftnref|ednref|msocom|msoanchor|sdfootnote|sdendnote|cite_|fn|footnote|endnote|note)[\w:.-]*$/i
const NOTE_CLASS =
  /\b(mso(com(anchor|txt|off)|CommentReference|CommentText|CommentSubject|FootnoteReference|EndnoteReference|FootnoteText|EndnoteText)|sd(footnote|endnote)(anc|sym)?)\b/i

const isNoteLink = (element: Element) =>
  element.tagName === 'A' &&
  NOTE_ADDRESS.test(element.getAttribute('href') ?? '') &&
  (element.textContent ?? '').trim().length <= 6

/** Whether it is beside the text in the source: a comment, a note or its mark, the head or foot of a page. */
export function isBesideText(element: Element): boolean {
  const first = /^(p|li|div)$/i.test(element.tagName) ? element.firstElementChild : null
  return (
    /^(comment|footnote|endnote|header|footer)/.test(styleValue(element, 'mso-element')) ||
    /^comment/.test(styleValue(element, 'mso-special-character')) ||
    NOTE_CLASS.test(element.getAttribute('class') ?? '') ||
    /^doc-(noteref|footnotes?|endnotes?|backlink)$/.test(element.getAttribute('role') ?? '') ||
    /^(sd(foot|end)note\d+|_com_\d+)$/.test(element.id) ||
    isNoteLink(element) ||
    // A note as Google Docs writes it begins with the way back to its mark.
    (first !== null &&
      first.tagName === 'A' &&
      /#(ftnt_ref|_ftnref|_ednref)\w*$/.test(first.getAttribute('href') ?? ''))
  )
}

/** Whether the element is struck through. */
export const isStruck = (element: Element) =>
  /^(s|strike)$/i.test(element.tagName) ||
  /line-through/.test(
    styleValue(element, 'text-decoration') || styleValue(element, 'text-decoration-line'),
  )
