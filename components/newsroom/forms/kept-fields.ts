/** A field of a form that was typed into and not sent: its value before, and the typed one. */
type KeptField = { name: string; before: string; typed: string }
type KeptForm = { at: number; fields: KeptField[] }

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const prefix = 'dainik-form:'
/** Values that were typed longer ago are dropped. */
const lifetimeMs = 7 * 24 * 60 * 60 * 1_000

/** A refusal is there by then; a form that was taken is gone, or holds what the server has. */
const refusalMs = 5_000

// Never kept: passwords, codes, files. Hidden fields are the page's own.
const selector =
  'input[name]:not([type=hidden], [type=password], [type=file], [autocomplete=one-time-code]), textarea[name], select[name]'

/** The fields of a form by name; a group of radio buttons is one field. */
function controlsOf(form: HTMLFormElement): Map<string, Control[]> {
  const byName = new Map<string, Control[]>()
  for (const control of form.querySelectorAll<Control>(selector))
    byName.set(control.name, [...(byName.get(control.name) ?? []), control])
  return byName
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)

/** The value of a field: of choices, the checked ones. */
const fieldValue = (controls: Control[]): string =>
  controls
    .filter((control) => !isChoice(control) || control.checked)
    .map(({ value }) => value)
    .join('\n')

/** Sets the value as if the user had typed it. React reads the value that the prototype's setter wrote. */
export function typeInto(control: Control, value: string): void {
  const prototype = Object.getPrototypeOf(control) as object
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value)
  const event = control instanceof HTMLSelectElement ? 'change' : 'input'
  control.dispatchEvent(new Event(event, { bubbles: true }))
}

function setValue(controls: Control[], value: string): void {
  const [first] = controls
  if (!first) return
  if (isChoice(first)) {
    const wanted = value.split('\n')
    for (const control of controls.filter(isChoice))
      if (control.checked !== wanted.includes(control.value)) control.click()
    return
  }
  typeInto(first, value)
}

/**
 * Filters and searches are addresses, not text to be kept. The story has its own drafts, the words of its pictures among
 * them, and the forms of its toolbar are about a selection that is gone.
 */
const isKept = (form: HTMLFormElement): boolean =>
  !form.getAttribute('action')?.startsWith('/') && !form.closest('[role=dialog], [data-story-form]')

/**
 * The same form of the same page, whatever versions it carries. It is asked for once, when the form appears: a button says
 * something else while its form is sent.
 */
function keyOf(form: HTMLFormElement, userId: string): string {
  const ids = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden][name=id]')]
  const names = [...controlsOf(form).keys()]
  const button = form.querySelector('button[type=submit]')?.textContent ?? ''
  const { form: name = button } = form.dataset
  const parts = [location.pathname, name, ...names, ...ids.map(({ value }) => value)]
  return `${prefix}${userId}:${parts.join('|')}`
}

function readKept(key: string): KeptForm | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptForm | null
  } catch {
    // Storage that is blocked or was written by another program holds nothing of ours.
    return null
  }
}

/** Storage may be full or blocked: the text then stays in its form alone. */
function write(key: string, kept: KeptForm): void {
  try {
    if (kept.fields.length > 0) localStorage.setItem(key, JSON.stringify(kept))
    else localStorage.removeItem(key)
  } catch {
    return
  }
}

/** A form as it appeared: the key it is kept under, and the values of its fields. */
type KnownForm = { key: string; before: Map<string, string> }

/** Keeps what one user types into the forms of the newsroom on this device, until it is sent. */
export class UnsentForms {
  readonly #userId: string
  readonly #known = new WeakMap<HTMLFormElement, KnownForm>()
  /** Forms that were sent a moment ago. */
  readonly #sent = new WeakSet<HTMLFormElement>()

  constructor(userId: string) {
    this.#userId = userId
  }

  /** The values of a form that appears; puts back what was typed into it. Returns whether there was something. */
  restore(form: HTMLFormElement, now = Date.now()): boolean {
    if (this.#known.has(form) || !isKept(form)) return false
    const controls = controlsOf(form)
    const key = keyOf(form, this.#userId)
    this.#known.set(form, {
      key,
      before: new Map([...controls].map(([name, all]) => [name, fieldValue(all)])),
    })
    const kept = readKept(key)
    if (!kept) return false
    let isRestored = false
    for (const { name, before, typed } of now - kept.at < lifetimeMs ? kept.fields : []) {
      const field = controls.get(name)
      // A field that has another value now is not written over.
      if (!field || fieldValue(field) !== before) continue
      const details = field[0]?.closest('details')
      if (details) details.open = true
      setValue(field, typed)
      isRestored = true
    }
    if (!isRestored) localStorage.removeItem(key)
    return isRestored
  }

  /** Keeps the fields that differ from what they were when the form appeared. */
  keep(form: HTMLFormElement, now = Date.now()): void {
    const known = this.#known.get(form)
    if (!known || this.#sent.has(form)) return
    const fields = [...controlsOf(form)].flatMap(([name, controls]) => {
      const typed = fieldValue(controls)
      const was = known.before.get(name) ?? ''
      return typed === was ? [] : [{ name, before: was, typed }]
    })
    write(known.key, { at: now, fields })
  }

  /** Forgets a form that is sent, unless it still stands there as it was typed: it was refused then. */
  forget(form: HTMLFormElement): void {
    const known = this.#known.get(form)
    if (!known) return
    localStorage.removeItem(known.key)
    this.#sent.add(form)
    setTimeout(() => {
      this.#sent.delete(form)
      if (form.isConnected) this.keep(form)
    }, refusalMs)
  }
}
