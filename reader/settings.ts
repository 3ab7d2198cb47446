import { storeSetting } from './stored-setting'

const root = document.documentElement

/** The bar around the page takes the colour of the paper. */
function updateThemeColor(): void {
  const background = getComputedStyle(root).backgroundColor
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.content = background
  }
}

/**
 * Draws the buttons for colours and size of text out of their template. A button says in `data-set` what it sets on
 * the root element and in `data-to` to what; nothing means as the device has it. The script in the page's head sets
 * what was remembered before anything is painted.
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
