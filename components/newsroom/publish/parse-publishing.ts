import type { PublishingState } from '@/lib/newsroom/publish/publishing-state'
import type { PublicationCheck } from '@/lib/publication-check/publication-check'

/** A value as it is in JSON. */
type Dto<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Dto<Item>[]
    : T extends object
      ? { [Name in keyof T]: Dto<T[Name]> }
      : T

export type PublishingDto = Dto<PublishingState>

const parseDate = (stamp: string | null) => (stamp === null ? null : new Date(stamp))

const parsePublicationCheck = (check: Dto<PublicationCheck>): PublicationCheck => ({
  ...check,
  begunAt: new Date(check.begunAt),
  doneAt: parseDate(check.doneAt),
})

/** Restores the types that JSON cannot carry. */
export function parsePublishing(dto: PublishingDto): PublishingState {
  return {
    ...dto,
    publishAt: parseDate(dto.publishAt),
    embargoUntil: parseDate(dto.embargoUntil),
    publishedAt: parseDate(dto.publishedAt),
    withdrawn: dto.withdrawn && { ...dto.withdrawn, at: new Date(dto.withdrawn.at) },
    reviewMessages: dto.reviewMessages.map((said) => ({ ...said, at: new Date(said.at) })),
    notes: dto.notes.map((note) => ({ ...note, at: new Date(note.at) })),
    publicationCheck: dto.publicationCheck && parsePublicationCheck(dto.publicationCheck),
  }
}
