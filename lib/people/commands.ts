import 'server-only'
import type { z } from 'zod'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db } from '@/lib/db/client'
import type { Done, Outcome } from '@/lib/outcome'
import { contributorInput, sourceInput, topicInput } from './input'
import type { Named } from './name'
import { contributorOf, sourceOf, topicOf } from './names'

export type AddedName = Done & { named: Named }

/** A contributor to write stories under; the one who is there when the name is known. */
export function addContributor(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof contributorInput>,
): Promise<Outcome<AddedName>> {
  const errand = { act: 'addContributor', deed: 'name', schema: contributorInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { name, kind }) => {
      const { id, slug, ...row } = await contributorOf(session, name, kind)
      return {
        change: { kind: 'contributor', slug },
        named: { id, name: row.name, kind: row.kind },
      }
    },
  })
}

/** A topic to gather stories under; the one that is there when the name is known. */
export function addTopic(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof topicInput>,
): Promise<Outcome<AddedName>> {
  const errand = { act: 'addTopic', deed: 'name', schema: topicInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { name }) => {
      const { id, slug } = await topicOf(session, name)
      return { change: { kind: 'topic', slug }, named: { id, name } }
    },
  })
}

/** An agency or paper that stories are taken from; the one that is there when the name is known. */
export function addSource(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof sourceInput>,
): Promise<Outcome<AddedName>> {
  const errand = { act: 'addSource', deed: 'name', schema: sourceInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { name, url }) => {
      const { id } = await sourceOf(session, name, url)
      return { change: { kind: 'nothing' }, named: { id, name } }
    },
  })
}
