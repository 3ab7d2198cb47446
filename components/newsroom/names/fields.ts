import type { FieldSpec } from '@/components/newsroom/act/field-spec'
import type { Named, NameKind } from '@/lib/people/name'
import type messages from '@/messages/bn.json'

type Words = (word: keyof (typeof messages)['newsroomNames']) => string
type Kept = Named & { slug: string; bio?: string | null; url?: string | null }

const slugField = (t: Words, { slug }: Kept): FieldSpec => ({
  ...{ kind: 'line', name: 'slug', label: t('slug'), hint: t('slugHint'), value: slug },
  ...{ maxLength: 80, required: true },
})

/** What is kept of a name of that kind. */
export function nameFields(t: Words, of: NameKind, kept: Kept): FieldSpec[] {
  const name: FieldSpec = {
    ...{ kind: 'line', name: 'name', label: t('name'), value: kept.name },
    ...{ maxLength: 120, required: true },
  }
  switch (of) {
    case 'contributors': {
      const options = [
        { value: 'person', label: t('person') },
        { value: 'desk', label: t('desk') },
      ]
      return [
        name,
        { kind: 'choice', name: 'kind', label: t('kind'), value: kept.kind ?? 'person', options },
        { kind: 'text', name: 'bio', label: t('bio'), value: kept.bio ?? '', maxLength: 1_000 },
        slugField(t, kept),
      ]
    }
    case 'topics':
      return [name, slugField(t, kept)]
    case 'sources':
      return [
        name,
        {
          ...{ kind: 'line', name: 'url', label: t('url'), value: kept.url ?? '' },
          ...{ maxLength: 2_000, type: 'url', inputMode: 'url' },
        },
      ]
  }
}
