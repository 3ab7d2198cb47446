import type { Thing } from 'schema-dts'
import { jsonLdText } from '@/lib/seo/json-ld/json-ld'

type JsonLdProps = { things: readonly Thing[] }

/** The structured data of the page, after its visible content. The server keeps scripts of this type. */
export function JsonLd({ things }: JsonLdProps) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonLdText leaves no "<" in it
      dangerouslySetInnerHTML={{ __html: jsonLdText(things) }}
    />
  )
}
