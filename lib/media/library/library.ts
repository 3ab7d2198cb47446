import { type Actor, checkScope, scopeOf } from '@/lib/auth/permissions'
import { type Picture, readNumber } from '@/lib/content-model/article'

/** What of the archive is looked at. */
export const libraryViews = ['all', 'unused', 'noAlt', 'noCredit'] as const
export type LibraryView = (typeof libraryViews)[number]

export type LibraryQuery = {
  /** Words of caption, description or credit, as they were typed. */
  typed: string
  view: LibraryView
  /** Only what this person sent in; null for everybody's. */
  ownerId: string | null
  /** The last picture of the page before; null for the first page. */
  after: number | null
}

export const libraryPath = '/newsroom/media'
export const pictureOwnPath = (id: number) => `${libraryPath}/${id}`

/** How many pictures a page of the archive has. */
export const picturesPerPage = 48
const maxTypedLength = 200

type Params = Record<string, string | string[] | undefined>
const singleValue = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value : ''

/** Whose pictures are looked at when nothing is said: a reporter's are their own. */
const isMine = (whose: string, actor: Actor) =>
  whose ? whose === 'mine' : scopeOf(actor, 'picture') !== 'all'

/** Reads the address of a page of the archive; what it does not understand is the usual. */
export function readLibraryQuery(params: Params, actor: Actor): LibraryQuery {
  return {
    typed: singleValue(params.q).slice(0, maxTypedLength),
    view: libraryViews.find((view) => view === singleValue(params.view)) ?? 'all',
    ownerId: isMine(singleValue(params.whose), actor) ? actor.id : null,
    after: readNumber(singleValue(params.after)),
  }
}

/** The address of a page of the archive. */
export function libraryAddress({ typed, view, ownerId, after }: LibraryQuery): string {
  const searchParams = new URLSearchParams()
  if (typed) searchParams.set('q', typed)
  searchParams.set('whose', ownerId ? 'mine' : 'all')
  if (view !== 'all') searchParams.set('view', view)
  if (after) searchParams.set('after', String(after))
  return `${libraryPath}?${searchParams}`
}

/** A page of the archive: its pictures, newest first, and after which one the next page goes on. */
export type LibraryPage = { pictures: Picture[]; next: number | null }

/** Where a picture is shown. */
export type PictureUse = {
  articleId: number
  headline: string
  place: 'story' | 'copy' | 'history'
  state: 'draft' | 'inReview' | 'scheduled' | 'published' | 'withdrawn' | 'trashed'
}

/** A picture with all that its own page says of it. */
export type PictureRecord = {
  picture: Picture
  bytes: number
  at: Date
  uploadedBy: { id: string; name: string } | null
  uses: PictureUse[]
  /** How many stories show it, with those that `uses` has no room for. */
  useCount: number
}

const isPublicOrScheduled = ({ place, state }: PictureUse) =>
  place === 'story' && (state === 'scheduled' || state === 'published')

/** Whether this person may say what the picture shows, and take it away. The commands ask for themselves. */
export const canChangePicture = ({ uploadedBy, uses }: PictureRecord, actor: Actor) =>
  scopeOf(actor, 'picture') === 'all' ||
  (!checkScope(actor, 'picture', uploadedBy?.id ?? null) && !uses.some(isPublicOrScheduled))
