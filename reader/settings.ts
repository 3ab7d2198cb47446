import { storeSetting } from './stored-setting'

const root = document.documentElement

/** Sets the browser bar's colour to the page's background. */
function updateThemeColor(): void {
  const background = getComputedStyle(root).backgroundColor
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.content = background
  }
}

/**
 * Inserts the buttons for theme and text size from their template. `data-set` names the attribute of the root element
 * that a button sets, `data-to` the value; an empty value follows the device. The script in the page's head applies
 * stored values before the first paint.
 */
export function showSettings(): void {
  const template = document.querySelector<HTMLTemplateElement>('template[data-settings]')
  if (!template) return
  const place = template.parentElement
  template.replaceWith(template.content)
  const buttons = [...(place?.querySelectorAll<HTMLButtonElement>('button[data-set]') ?? [])]
  const show = () => {
    for (const button of buttons) {
      const { set = '', to = '' } = button.dataset
      button.setAttribute('aria-pressed', String((root.dataset[set] ?? '') === to))
    }
    if (root.dataset.theme) updateThemeColor()
  }
  place?.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-set]')
    if (!button) return
    const { set = '', to = '' } = button.dataset
    if (to) root.dataset[set] = to
    else delete root.dataset[set]
    storeSetting(set, to)
    show()
    updateThemeColor()
  })
  show()
}
