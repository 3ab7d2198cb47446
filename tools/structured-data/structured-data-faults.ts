import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Validator from '@adobe/structured-data-validator'
import WebAutoExtractor from '@marbec/web-auto-extractor'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'
const schema = 'http://schema.org/'
const statement = /^<([^>]+)> <([^>]+)> <([^>]+)> /

/*
 * The validator is Adobe's (1.7.1 of November 2026): of those on npm the one that is kept up,
 * knows Google's rules for breadcrumbs, persons and organizations as well as schema.org's types and properties, and
 * fetches nothing. structured-data-testing-tool stands on libraries of 2019; schemarama is not on npm. That a property's
 * value is of a type that it takes is checked by schema-dts, when it compiles.
 */

/** schema.org's vocabulary, which a package carries as statements, in the shape that the validator reads. */
function readVocabulary() {
  const file = createRequire(import.meta.url).resolve('@vocabulary/schema/schema.nq')
  const said = new Map<string, [predicate: string, object: string][]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, subject = '', predicate = '', object = ''] = statement.exec(line) ?? []
    if (subject.startsWith(schema)) {
      said.set(subject, [...(said.get(subject) ?? []), [predicate, object]])
    }
  }
  const graph = [...said].map(([subject, facts]) => {
    const all = (predicate: string) =>
      facts.filter(([each]) => each === predicate).map(([, object]) => ({ '@id': object }))
    const is = (type: string) =>
      facts.some(([predicate, object]) => predicate === `${rdf}type` && object === type)
    return {
      '@id': subject,
      '@type': is(`${rdf}Property`) ? 'rdf:Property' : is(`${rdfs}Class`) ? 'rdfs:Class' : null,
      'rdfs:subClassOf': all(`${rdfs}subClassOf`),
      'schema:domainIncludes': all(`${schema}domainIncludes`),
    }
  })
  return { '@graph': graph }
}

const validator = new Validator(readVocabulary())

/** The faults of a page's structured data by schema.org's vocabulary and Google's rules, a line each. */
export async function structuredDataFaults(html: string): Promise<string[]> {
  const issues = await validator.validate(new WebAutoExtractor().parse(html))
  return issues.map(({ severity, issueMessage, path = [] }) => {
    const place = path.map(({ property, type }) => property ?? type).join('.')
    return `${severity} ${place}: ${issueMessage}`
  })
}
