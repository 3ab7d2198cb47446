declare module '@marbec/web-auto-extractor' {
  /** The structured data of a page, by format and type. */
  export type Extracted = {
    jsonld: Record<string, object[]>
    microdata: Record<string, object[]>
    rdfa: Record<string, object[]>
    errors: { format: string; message: string }[]
  }
  export default class WebAutoExtractor {
    parse(html: string): Extracted
  }
}

declare module '@adobe/structured-data-validator' {
  import type { Extracted } from '@marbec/web-auto-extractor'

  export type Issue = {
    issueMessage: string
    severity: 'ERROR' | 'WARNING'
    path?: { type?: string; property?: string; index?: number }[]
  }
  export default class Validator {
    /** @param schemaOrgJson schema.org's own vocabulary as it is published in JSON-LD */
    constructor(schemaOrgJson: { '@graph': object[] })
    validate(extracted: Extracted): Promise<Issue[]>
  }
}
