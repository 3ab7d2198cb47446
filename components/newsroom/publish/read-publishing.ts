import type { StoryProof } from '@/lib/jobs/proof'
import type { Publishing } from '@/lib/newsroom/publishing'

/** A value as JSON carries it. */
type Wire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Name in keyof T]: Wire<T[Name]> }
      : T

export type PublishingOnWire = Wire<Publishing>

const dateOf = (stamp: string | null) => (stamp === null ? null : new Date(stamp))

const proofOf = (proof: Wire<StoryProof>): StoryProof => ({
  ...proof,
  begunAt: new Date(proof.begunAt),
  doneAt: dateOf(proof.doneAt),
})

/** As it was before JSON. */
export function readPublishing(wire: PublishingOnWire): Publishing {
  return {
    ...wire,
    publishAt: dateOf(wire.publishAt),
    embargoUntil: dateOf(wire.embargoUntil),
    publishedAt: dateOf(wire.publishedAt),
    withdrawn: wire.withdrawn && { ...wire.withdrawn, at: new Date(wire.withdrawn.at) },
    said: wire.said.map((said) => ({ ...said, at: new Date(said.at) })),
    notes: wire.notes.map((note) => ({ ...note, at: new Date(note.at) })),
    proof: wire.proof && proofOf(wire.proof),
  }
}
