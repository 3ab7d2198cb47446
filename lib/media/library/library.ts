import { type Actor, checkScope, scopeOf } from '@/lib/auth/permissions'
import { type Picture, readNumber } from '@/lib/content-model/article'

export const libraryViews = ['all', 'unused', 'noAlt', 'noCredit'] as const
export type LibraryView = (typeof libraryViews)[number]

export type LibraryQuery = {
  /** Words of caption, description or credit as typed. */
  typed: string
  view: LibraryView
  /** Only uploads of this user; null for all. */
  ownerId: string | null
  /** The last picture of the previous page; null for the first page. */
  after: number | null
}

export const libraryPath = '/newsroom/media'
export const pictureOwnPath = (id: number) => `${libraryPath}/${id}`

export const picturesPerPage = 48
const maxTypedLength = 200

type Params = Record<string, string | string[] | undefined>
const singleValue = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value : ''

/** Whether only own pictures are listed; by default for a user without the scope `all`. */
const isMine = (whose: string, actor: Actor) =>
  whose ? whose === 'mine' : scopeOf(actor, 'picture') !== 'all'

/** Parses the address of a page of the library; an invalid value gives the default. */
export function readLibraryQuery(params: Params, actor: Actor): LibraryQuery {
  return {
    typed: singleValue(params.q).slice(0, maxTypedLength),
    view: libraryViews.find((view) => view === singleValue(params.view)) ?? 'all',
    ownerId: isMine(singleValue(params.whose), actor) ? actor.id : null,
    after: readNumber(singleValue(params.after)),
  }
}

export function libraryAddress({ typed, view, ownerId, after }: LibraryQuery): string {
  const searchParams = new URLSearchParams()
  if (typed) searchParams.set('q', typed)
  searchParams.set('whose', ownerId ? 'mine' : 'all')
  if (view !== 'all') searchParams.set('view', view)
  if (after) searchParams.set('after', String(after))
  return `${libraryPath}?${searchParams}`
}

/** A page of the library, newest pictures first; `next` is the `after` of the next page. */
export type LibraryPage = { pictures: Picture[]; next: number | null }

export type PictureUse = {
  articleId: number
  headline: string
  place: 'story' | 'copy' | 'history'
  state: 'draft' | 'inReview' | 'scheduled' | 'published' | 'withdrawn' | 'trashed'
}

/** A picture with the data of its page. */
export type PictureRecord = {
  picture: Picture
  bytes: number
  at: Date
  uploadedBy: { id: string; name: string } | null
  uses: PictureUse[]
  /** The number of all stories that show it; `uses` is limited. */
  useCount: number
}

const isPublicOrScheduled = ({ place, state }: PictureUse) =>
  place === 'story' && (state === 'scheduled' || state === 'published')

/** Whether the actor may change and delete the picture. The commands check it themselves. */
export const canChangePicture = ({ uploadedBy, uses }: PictureRecord, actor: Actor) =>
  scopeOf(actor, 'picture') === 'all' ||
  (!checkScope(actor, 'picture', uploadedBy?.id ?? null) && !uses.some(isPublicOrScheduled))
