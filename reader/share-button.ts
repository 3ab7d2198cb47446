/** Replaces the label before the share links by a button for the device's share sheet, where it has one. */
export function showShareButton(): void {
  const template = document.querySelector<HTMLTemplateElement>('template[data-share]')
  if (!template || !navigator.share) return
  const label = template.previousElementSibling
  template.replaceWith(template.content)
  const button = label?.nextElementSibling
  label?.remove()
  button?.addEventListener('click', () => {
    const title = document.querySelector('h1')?.textContent ?? document.title
    const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href
    // Rejected when the reader closes the share sheet: nothing to handle.
    navigator.share({ title, url: url ?? location.href }).catch(() => {})
  })
}
