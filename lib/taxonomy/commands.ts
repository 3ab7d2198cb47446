import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import type { Db } from '@/lib/db/client'
import type { CommandResult, Outcome } from '@/lib/outcome'
import { findOrCreateContributor, findOrCreateSource, findOrCreateTopic } from './find-or-create'
import { contributorInput, sourceInput, topicInput } from './input'
import type { TaxonomyName } from './taxonomy-name'

export type AddedNameResult = CommandResult & { named: TaxonomyName }

/** A contributor to write stories under; the one who is there when the name is known. */
export function addContributor(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof contributorInput>,
): Promise<Outcome<AddedNameResult>> {
  const definition = {
    name: 'addContributor',
    permission: 'name',
    schema: contributorInput,
    input,
  } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, { name, kind }) => {
      const { id, slug, ...row } = await findOrCreateContributor(tx, name, kind)
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
): Promise<Outcome<AddedNameResult>> {
  const definition = { name: 'addTopic', permission: 'name', schema: topicInput, input } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, { name }) => {
      const { id, slug } = await findOrCreateTopic(tx, name)
      return { change: { kind: 'topic', slug }, named: { id, name } }
    },
  })
}

/** An agency or paper that stories are taken from; the one that is there when the name is known. */
export function addSource(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof sourceInput>,
): Promise<Outcome<AddedNameResult>> {
  const definition = { name: 'addSource', permission: 'name', schema: sourceInput, input } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, { name, url }) => {
      const { id } = await findOrCreateSource(tx, name, url)
      return { change: { kind: 'nothing' }, named: { id, name } }
    },
  })
}
