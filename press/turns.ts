import pLimit from 'p-limit'

/** More is asked for than can be made: the reader is told to come back. */
export class Overloaded extends Error {
  constructor() {
    super('too many documents are waiting to be made')
  }
}

/** Too long in the making: the database or Next hangs. */
export class TooSlow extends Error {
  constructor(ms: number) {
    super(`not made within ${ms} ms`)
  }
}

export type TurnsOptions = { atOnce: number; mostWaiting: number; withinMs: number }

/**
 * Lets so many makings run at once and so many wait; what comes beyond is refused at once, so that waiting readers are
 * bounded in number and in time, and ready documents go on being handed out between renders.
 */
export function turns({ atOnce, mostWaiting, withinMs }: TurnsOptions) {
  const inTurn = pLimit(atOnce)
  const isFull = () => inTurn.pendingCount >= mostWaiting
  const take = async <T>(make: () => Promise<T>): Promise<T> => {
    if (isFull()) throw new Overloaded()
    return inTurn(async () => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new TooSlow(withinMs)), withinMs)
      })
      return Promise.race([make(), late]).finally(() => clearTimeout(timer))
    })
  }
  return Object.assign(take, { isFull })
}
