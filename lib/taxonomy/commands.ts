import 'server-only'
import { defineCommand } from '@/lib/commands/command'
import type { CommandResult } from '@/lib/outcome'
import { findOrCreateContributor, findOrCreateSource, findOrCreateTopic } from './find-or-create'
import { contributorInput, sourceInput, topicInput } from './input'
import type { TaxonomyName } from './taxonomy-name'

export type AddedNameResult = CommandResult & { named: TaxonomyName }

/** A contributor to write stories under; the one who is there when the name is known. */
export const addContributor = defineCommand({
  name: 'addContributor',
  permission: 'name',
  input: contributorInput,
  run: async ({ tx }, { name, kind }) => {
    const { id, slug, ...row } = await findOrCreateContributor(tx, name, kind)
    return {
      change: { kind: 'contributor', slug },
      named: { id, name: row.name, kind: row.kind },
    }
  },
})

/** A topic to gather stories under; the one that is there when the name is known. */
export const addTopic = defineCommand({
  name: 'addTopic',
  permission: 'name',
  input: topicInput,
  run: async ({ tx }, { name }) => {
    const { id, slug } = await findOrCreateTopic(tx, name)
    return { change: { kind: 'topic', slug }, named: { id, name } }
  },
})

/** An agency or paper that stories are taken from; the one that is there when the name is known. */
export const addSource = defineCommand({
  name: 'addSource',
  permission: 'name',
  input: sourceInput,
  run: async ({ tx }, { name, url }) => {
    const { id } = await findOrCreateSource(tx, name, url)
    return { change: { kind: 'nothing' }, named: { id, name } }
  },
})
