/** Knows from the keys whether the next paste is asked for without formatting: with Shift, save Shift+Insert. */
export class PlainPaste {
  isAsked = false

  readonly handlers = {
    keydown: (_: unknown, event: KeyboardEvent) => this.#read(event),
    keyup: (_: unknown, event: KeyboardEvent) => this.#read(event),
    blur: () => {
      this.isAsked = false
      return false
    },
  }

  #read({ shiftKey, key, type }: KeyboardEvent): boolean {
    this.isAsked = (shiftKey || (key === 'Shift' && type === 'keydown')) && key !== 'Insert'
    return false
  }
}
