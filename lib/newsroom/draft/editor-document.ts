import { type EditorNode, editorNode } from '@/lib/content-model/blocks/editor-node'
import { definitionOf } from '@/lib/content-model/blocks/registry'
import type { Body } from '@/lib/content-model/body'

/** The editor's document of a body. An empty body is one empty paragraph, so that there is somewhere to write. */
export function toEditorDocument(body: Body): EditorNode {
  const nodes = body.map((block) => definitionOf(block).toEditorNode(block))
  return editorNode('doc', nodes.length > 0 ? nodes : [editorNode('paragraph', [])])
}
