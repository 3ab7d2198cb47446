import 'server-only'
import { defineCommand } from '@/lib/commands/command'
import type { CommandResult } from '@/lib/outcome'
import { findOrCreateContributor, findOrCreateSource, findOrCreateTopic } from './find-or-create'
import { contributorInput, sourceInput, topicInput } from './input'
import type { TaxonomyName } from './taxonomy-name'

export type AddedNameResult = CommandResult & { named: TaxonomyName }

/** Adds a contributor. A known name returns the existing contributor. */
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

/** Adds a topic. A known name returns the existing topic. */
export const addTopic = defineCommand({
  name: 'addTopic',
  permission: 'name',
  input: topicInput,
  run: async ({ tx }, { name }) => {
    const { id, slug } = await findOrCreateTopic(tx, name)
    return { change: { kind: 'topic', slug }, named: { id, name } }
  },
})

/** Adds a source, an agency or another paper. A known name returns the existing source. */
export const addSource = defineCommand({
  name: 'addSource',
  permission: 'name',
  input: sourceInput,
  run: async ({ tx }, { name, url }) => {
    const { id } = await findOrCreateSource(tx, name, url)
    return { change: { kind: 'nothing' }, named: { id, name } }
  },
})
