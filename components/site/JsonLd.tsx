import type { Thing } from 'schema-dts'
import { jsonLdText } from '@/lib/seo/json-ld/json-ld'

type JsonLdProps = { things: readonly Thing[] }

/** What the page says of itself to programs, after all that readers see. The server keeps scripts of this type. */
export function JsonLd({ things }: JsonLdProps) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonLdText leaves no "<" in it
      dangerouslySetInnerHTML={{ __html: jsonLdText(things) }}
    />
  )
}
