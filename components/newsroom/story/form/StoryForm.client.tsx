'use client'

import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { BodyEditor } from '@/components/newsroom/story/body-editor/BodyEditor.client'
import { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import { LeadPicture } from '@/components/newsroom/story/pictures/LeadPicture.client'
import { ReferencePicker } from '@/components/newsroom/story/references/ReferencePicker.client'
import type { SingleLineField } from '@/lib/newsroom/draft/house-style-findings'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { TaxonomyKind, TaxonomyName } from '@/lib/taxonomy/taxonomy-name'
import { CategoryField } from './CategoryField.client'
import { useFormHandle } from './form-handle'
import { TextField } from './TextField.client'
import { useStoryForm } from './use-story-form'

type StoryFormProps = {
  /**
   * The content of the form. An object that `onChange` emitted may be passed back at any time: it changes nothing.
   * Any other object is a text from elsewhere (restored, chosen in a conflict) and replaces the content.
   */
  content: StoryContent
  choices: StoryChoices
  readOnly: boolean
  /** Readers have, or had, the story: it is moved, not edited, into another category. */
  isCategoryFixed?: boolean
  /** Called at every keystroke with normalized text. The form itself keeps the typed text. */
  onChange: (content: StoryContent) => void
}

/** Names by number, those of the choices and those picked since. */
function useReferenceNames(choices: StoryChoices) {
  const [chosenHere, setChosenHere] = useState<Record<TaxonomyKind, TaxonomyName[]>>({
    contributors: [],
    topics: [],
    sources: [],
  })
  const find = (kind: TaxonomyKind, ids: number[]) =>
    ids.flatMap(
      (id) => [...chosenHere[kind], ...choices[kind]].find((named) => named.id === id) ?? [],
    )
  const remember = (kind: TaxonomyKind, names: TaxonomyName[]) =>
    setChosenHere((known) => ({ ...known, [kind]: [...names, ...known[kind]] }))
  return { find, keep: remember }
}

function usePictures(choices: StoryChoices): PictureStore {
  const [pictures] = useState(() => new PictureStore(choices.pictures))
  useEffect(() => pictures.add(choices.pictures), [pictures, choices.pictures])
  return pictures
}

/** A story to write in, from kicker to body. */
export function StoryForm(props: StoryFormProps) {
  const { content, choices, readOnly, isCategoryFixed = false, onChange } = props
  const t = useTranslations('newsroomEditor')
  const placeholder = useTranslations('newsroomPlaceholders')
  const { written: typed, given: replacement, write } = useStoryForm(content, onChange)
  const form = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const named = useReferenceNames(choices)
  const pictures = usePictures(choices)
  useFormHandle(form, editor, pictures)
  const onBody = useCallback((body: StoryContent['body']) => write({ body }), [write])

  const goTo = (name: string) =>
    form.current?.querySelector<HTMLElement>(`textarea[name=${name}]`)?.focus()
  const line = (name: SingleLineField, onEnter: () => void, className?: string) => (
    <TextField
      name={name}
      label={t(name)}
      placeholder={placeholder(name)}
      value={typed[name]}
      readOnly={readOnly}
      onChange={(text) => write({ [name]: text })}
      onEnter={onEnter}
      className={className}
    />
  )
  const names = (kind: TaxonomyKind, field: 'contributorIds' | 'topicIds', max: number) => (
    <div data-field={kind === 'contributors' ? 'bylines' : 'topics'}>
      <ReferencePicker
        kind={kind}
        label={t(kind === 'contributors' ? 'contributors' : 'topics')}
        chosen={named.find(kind, typed[field])}
        max={max}
        isOrdered={kind === 'contributors'}
        readOnly={readOnly}
        onChange={(chosen) => {
          named.keep(kind, chosen)
          write({ [field]: chosen.map(({ id }) => id) })
        }}
      />
    </div>
  )
  return (
    <div ref={form} data-story-form className="grid min-w-0 gap-5">
      {line('kicker', () => goTo('headline'))}
      {line('headline', () => goTo('standfirst'), 'font-headline font-bold text-27')}
      {line('standfirst', () => goTo('dateline'), 'text-18')}
      <div className="grid min-w-0 gap-5 md:grid-cols-2">
        {names('contributors', 'contributorIds', 20)}
        {line('dateline', () => editor?.commands.focus('start'))}
        <CategoryField
          categories={choices.categories}
          value={typed.category}
          readOnly={readOnly}
          isFixed={isCategoryFixed}
          onChange={(category) => write({ category })}
        />
        {names('topics', 'topicIds', 50)}
        <div data-field="source">
          <ReferencePicker
            kind="sources"
            label={t('source')}
            chosen={named.find('sources', typed.sourceId === null ? [] : [typed.sourceId])}
            max={1}
            readOnly={readOnly}
            onChange={(chosen) => {
              named.keep('sources', chosen)
              write({ sourceId: chosen[0]?.id ?? null })
            }}
          />
        </div>
        <LeadPicture
          pictures={pictures}
          id={typed.leadImageId}
          readOnly={readOnly}
          words={typed.leadWords}
          onChange={(leadImageId) => write({ leadImageId, leadWords: {} })}
          onWords={(leadWords) => write({ leadWords })}
        />
      </div>
      <BodyEditor
        replacement={replacement}
        pictures={pictures}
        readOnly={readOnly}
        onChange={onBody}
        onReady={setEditor}
      />
    </div>
  )
}
