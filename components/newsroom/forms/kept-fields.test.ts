// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://localhost:3000/newsroom/stories/7" }
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { UnsentForms } from './kept-fields'

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
})

const noteForm = (inside = '', attributes = '') => {
  document.body.innerHTML = `<details><form ${attributes}>
    <input type="hidden" name="id" value="7"><input type="hidden" name="version" value="3">
    <label><input type="radio" name="way" value="update" checked>আপডেট</label>
    <label><input type="radio" name="way" value="correction">সংশোধন</label>
    <textarea name="note">${inside}</textarea>
    <input type="password" name="password">
    <input name="code" autocomplete="one-time-code">
    <button type="submit">জমা দিন</button>
  </form></details>`
  const [form] = document.forms
  if (!form) throw new Error('no form')
  const control = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)
  return { form, control, note: () => control('note')?.value }
}

/** A user types into a form as it appears in one page. */
function type(unsentForms: UnsentForms, note: string, attributes?: string) {
  const { form, control } = noteForm('', attributes)
  unsentForms.restore(form)
  form.querySelectorAll<HTMLInputElement>('[name=way]')[1]?.click()
  for (const [name, value] of [
    ['note', note],
    ['password', 'গোপন'],
    ['code', '১২৩৪৫৬'],
  ] as const) {
    const field = control(name)
    if (field) field.value = value
  }
  unsentForms.keep(form)
  return form
}

describe('what is typed into a form and not sent', () => {
  test('is there again when the form is, its details open, without passwords and codes', () => {
    type(new UnsentForms('u1'), 'টেবিলের জন্য কথা')

    const again = noteForm()
    const isRestored = new UnsentForms('u1').restore(again.form)

    expect(isRestored).toBe(true)
    expect(again.note()).toBe('টেবিলের জন্য কথা')
    expect(again.form.querySelector<HTMLInputElement>('[value=correction]')?.checked).toBe(true)
    expect([again.control('password')?.value, again.control('code')?.value]).toEqual(['', ''])
    expect(again.form.closest('details')?.open).toBe(true)
    expect(JSON.stringify(localStorage)).not.toMatch(/গোপন|১২৩৪৫৬/)
  })

  test('is nobody else’s', () => {
    type(new UnsentForms('u1'), 'টেবিলের জন্য কথা')

    const other = noteForm()

    expect(new UnsentForms('u2').restore(other.form)).toBe(false)
    expect(other.note()).toBe('')
  })

  test('is forgotten once the form is sent', () => {
    const unsentForms = new UnsentForms('u1')
    unsentForms.forget(type(unsentForms, 'টেবিলের জন্য কথা'))

    expect(new UnsentForms('u1').restore(noteForm().form)).toBe(false)
  })

  test('is forgotten also where the button says that the form is being sent', () => {
    const unsentForms = new UnsentForms('u1')
    const form = type(unsentForms, 'টেবিলের জন্য কথা')
    form.querySelectorAll('button')[0]?.replaceChildren('পাঠানো হচ্ছে…')
    unsentForms.forget(form)

    expect(new UnsentForms('u1').restore(noteForm().form)).toBe(false)
  })

  test('is kept on when the form was sent and refused', () => {
    vi.useFakeTimers()
    const unsentForms = new UnsentForms('u1')
    unsentForms.forget(type(unsentForms, 'টেবিলের জন্য কথা'))

    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()

    const again = noteForm()
    expect(new UnsentForms('u1').restore(again.form)).toBe(true)
    expect(again.note()).toBe('টেবিলের জন্য কথা')
  })

  test('does not write over a value that the server has changed since', () => {
    type(new UnsentForms('u1'), 'টেবিলের জন্য কথা')

    const newer = noteForm('সার্ভারের নতুন কথা')
    new UnsentForms('u1').restore(newer.form)

    expect(newer.note()).toBe('সার্ভারের নতুন কথা')
  })

  test('is gone after a week', () => {
    const week = 7 * 24 * 60 * 60 * 1_000
    type(new UnsentForms('u1'), 'টেবিলের জন্য কথা')

    expect(new UnsentForms('u1').restore(noteForm().form, Date.now() + week + 1)).toBe(false)
  })

  test('typed back to what it was is nothing to keep', () => {
    const { form, control } = noteForm('আগের কথা')
    const unsentForms = new UnsentForms('u1')
    unsentForms.restore(form)
    const note = control('note')
    if (note) note.value = 'অন্য কথা'
    unsentForms.keep(form)
    if (note) note.value = 'আগের কথা'

    unsentForms.keep(form)

    expect(localStorage).toHaveLength(0)
  })

  test.each([['a filter, whose address holds it', 'action="/newsroom/lists/mine"']])(
    'is not kept of %s',
    (_, attributes) => {
      type(new UnsentForms('u1'), 'নদী', attributes)

      expect(localStorage).toHaveLength(0)
    },
  )

  test('stays in its form where storage is blocked', () => {
    const unsentForms = new UnsentForms('u1')
    const { form, note, control } = noteForm()
    unsentForms.restore(form)
    const field = control('note')
    if (field) field.value = 'কথা'
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }

    unsentForms.keep(form)
    Storage.prototype.setItem = setItem

    expect(note()).toBe('কথা')
  })
})
