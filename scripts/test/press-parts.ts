import { blankSheet, type Sheet } from '@/lib/document/sheet'
import { Press } from '@/press/press'
import type { Render } from '@/press/render'
import { TagTimes } from '@/press/tag-times'

/** A press on a renderer that a test holds in its hand. */

export type RenderWish = Partial<Omit<Render, 'sheet' | 'body'>> & {
  html?: string
  ownTags?: string[]
  listTags?: string[]
  sheet?: Partial<Sheet>
}

export const rendered = ({
  html = '<p>খবর</p>',
  ownTags,
  listTags,
  sheet,
  ...rest
}: RenderWish = {}): Render => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: Buffer.from(html),
  location: null,
  ...rest,
  sheet: { ...blankSheet(), ownTags: new Set(ownTags), listTags: new Set(listTags), ...sheet },
})

type Answer = { resolve: (render: Render) => void; reject: (error: Error) => void }

/** A renderer whose every making waits until the test ends it. */
export class HeldRenderer {
  readonly asked: string[] = []
  readonly #waiting: Answer[] = []

  readonly render = (path: string): Promise<Render> => {
    this.asked.push(path)
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  /** Ends the oldest making that is under way. */
  finish(wish: RenderWish = {}): void {
    this.#next().resolve(rendered(wish))
  }

  fail(message = 'the database does not answer'): void {
    this.#next().reject(new Error(message))
  }

  #next(): Answer {
    const next = this.#waiting.shift()
    if (!next) throw new Error('nothing is being made')
    return next
  }
}

/** A press with news, a clock and a list of what went wrong. */
export function pressOn(
  render: (path: string, isKept: boolean) => Promise<Render>,
  { maxBytes = 1024 * 1024, startMs = 0 } = {},
) {
  const clock = { nowMs: startMs }
  const tagTimes = new TagTimes(() => clock.nowMs)
  const errors: string[] = []
  const press = new Press({
    render,
    tagTimes,
    maxBytes,
    clock: () => clock.nowMs,
    onError: (error, path) => errors.push(`${path}: ${(error as Error).message}`),
  })
  return { press, tagTimes, clock, errors }
}
