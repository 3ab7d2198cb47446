import type { Graph, Thing } from 'schema-dts'

/**
 * Structured data as the text of a script element: one graph, whose objects refer to each other by `@id`. "<" is escaped,
 * so that no headline can end the script ("</script>") or open a comment in it.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function jsonLdText(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things }
  return JSON.stringify(graph).replaceAll('<', '\\u003c')
}
