import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockKinds, definitionOf } from '@/lib/content-model/blocks/registry'
import { toEditorDocument } from '@/lib/newsroom/draft/editor-document'
import { parseEditorDocument } from '@/lib/newsroom/draft/parse-editor-document'
import { bodies } from '@/tools/test-harness/arbitraries/bodies'
import { bodySchema } from './extensions'

const schema = getSchema(bodySchema)

test('the editor takes every body and gives it back as it was', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const document = schema.nodeFromJSON(toEditorDocument(body))

      document.check()

      expect(parseEditorDocument(document.toJSON())).toEqual(body)
    }),
  )
})

test('it knows the blocks and marks of the content model and no others', () => {
  expect(
    Object.keys(schema.nodes)
      .filter((name) => schema.nodes[name]?.isInGroup('block'))
      .toSorted(),
  ).toEqual(blockKinds.flatMap((kind) => definitionOf({ kind }).nodeTypes).toSorted())
  expect(Object.keys(schema.marks).toSorted()).toEqual(['bold', 'italic', 'link'])
})
