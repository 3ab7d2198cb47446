import 'server-only'
import type { Actor } from '@/lib/auth/permissions'
import { drawCardOf } from '@/lib/cards/share-card/share-card-queries'
import type { Refusal } from '@/lib/outcome'
import { findPaperName } from '@/lib/paper/queries'
import { articleOf } from './preview'
import { findSavedPreview } from './preview-queries'

/**
 * The share card that other sites would have if the story's working copy, as it was last saved, came out now: a JPEG,
 * drawn as readers' cards are and not kept; or why `actor` may not see it.
 */
export async function drawPreviewCard(
  actor: Actor,
  id: number,
  now: Date,
): Promise<Buffer | Refusal> {
  const found = await findSavedPreview(actor, id, { view: 'card', place: 'rule' }, now)
  if (typeof found === 'string') return found
  const { publication, references } = found.preview
  return drawCardOf(articleOf(found.content, publication, references), {
    name: await findPaperName(),
  })
}
