import { type Control, typeInto } from './kept-fields'

/** The values of a submitted form, kept for a page that is reloaded before the form can be sent. */
type Submission = { path: string; fields: [name: string, value: string][] }

const storageKey = 'dainik-submitted-fields'
let last: Submission | null = null

const controlsOf = (root: ParentNode) =>
  root.querySelectorAll<Control>(
    'input[name]:not([type=hidden], [type=password], [type=file], [type=checkbox], [type=radio]), textarea[name], select[name]',
  )

/** Remembers the typed fields of a form that is being sent, passwords excepted. */
export function rememberSubmission(form: HTMLFormElement): void {
  const fields = [...controlsOf(form)].map(({ name, value }): [string, string] => [name, value])
  last = { path: location.pathname, fields }
}

/** Keeps the fields of the last form over a reload of this tab, and reloads. */
export function reloadWithSubmission(): void {
  if (last) sessionStorage.setItem(storageKey, JSON.stringify(last))
  location.reload()
}

/** Puts kept fields back into the forms of the page, once. */
export function restoreSubmission(): void {
  const kept = sessionStorage.getItem(storageKey)
  sessionStorage.removeItem(storageKey)
  if (!kept) return
  const { path, fields } = JSON.parse(kept) as Submission
  if (path !== location.pathname) return
  const values = new Map(fields)
  for (const control of controlsOf(document)) {
    const value = values.get(control.name)
    if (value === undefined || value === control.value) continue
    typeInto(control, value)
  }
}
