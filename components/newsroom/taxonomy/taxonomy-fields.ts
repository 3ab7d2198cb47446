import type { FieldSpec } from '@/components/newsroom/forms/field-spec'
import type { TaxonomyKind, TaxonomyName } from '@/lib/taxonomy/taxonomy-name'
import type messages from '@/messages/bn.json'

type Words = (word: keyof (typeof messages)['newsroomNames']) => string
type EditableEntry = TaxonomyName & { slug: string; bio?: string | null; url?: string | null }

const slugField = (t: Words, { slug }: EditableEntry): FieldSpec => ({
  kind: 'line',
  name: 'slug',
  label: t('slug'),
  hint: t('slugHint'),
  value: slug,
  maxLength: 80,
  required: true,
})

/** The fields of a name of that kind. */
export function taxonomyFields(
  t: Words,
  entryKind: TaxonomyKind,
  entry: EditableEntry,
): FieldSpec[] {
  const name: FieldSpec = {
    kind: 'line',
    name: 'name',
    label: t('name'),
    value: entry.name,
    maxLength: 120,
    required: true,
  }
  switch (entryKind) {
    case 'contributors': {
      const options = [
        { value: 'person', label: t('person') },
        { value: 'desk', label: t('desk') },
      ]
      return [
        name,
        { kind: 'choice', name: 'kind', label: t('kind'), value: entry.kind ?? 'person', options },
        { kind: 'text', name: 'bio', label: t('bio'), value: entry.bio ?? '', maxLength: 1_000 },
        slugField(t, entry),
      ]
    }
    case 'topics':
      return [name, slugField(t, entry)]
    case 'sources':
      return [
        name,
        {
          kind: 'line',
          name: 'url',
          label: t('url'),
          value: entry.url ?? '',
          maxLength: 2_000,
          type: 'url',
          inputMode: 'url',
        },
      ]
  }
}
