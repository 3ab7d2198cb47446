const SIGNS = /^[\p{M}\u200C\u200D]+/u
// After a hasanta, with or without a joiner, the next letter is a part of the same cluster.
const OPEN_CLUSTER = /\u09CD[\u200C\u200D]?$/
const BENGALI_LETTER = /^\p{Script=Bengali}/u
const NEXT_LETTER = /^[\u200C\u200D]?[\u0995-\u09B9\u09CE\u09F0\u09F1][\p{M}\u200C\u200D]*/u
const JOINS = /[\u0980-\u09FF\u200C\u200D]$/u

/**
 * The runs with every letter whole: signs and joiners at the beginning of a run move to the letter before them. Text
 * normalization of a single run would drop them.
 */
export function wholeClusters<Run extends { text: string }>(runs: Run[]): Run[] {
  const whole: Run[] = []
  for (const run of runs) {
    // A run without text parts nothing.
    const last = whole.findLast(({ text }) => text !== '')
    let text = run.text
    if (last && JOINS.test(last.text)) {
      let moved = SIGNS.exec(text)?.[0] ?? ''
      for (;;) {
        const rest = text.slice(moved.length)
        const isOpen = OPEN_CLUSTER.test(last.text.slice(-3) + moved) && BENGALI_LETTER.test(rest)
        const letter = isOpen ? NEXT_LETTER.exec(rest)?.[0] : undefined
        if (!letter) break
        moved += letter
      }
      last.text += moved
      text = text.slice(moved.length)
      if (!text && moved) continue
    }
    whole.push({ ...run, text })
  }
  return whole
}
