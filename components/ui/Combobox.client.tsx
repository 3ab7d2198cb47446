'use client'

import { type KeyboardEvent, type Ref, useContext, useEffect } from 'react'
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { controlClass } from './control-class'
import { isComposing } from './is-composing'
import { useAriaMessages } from './use-aria-messages'

export type ComboboxItem = {
  id: string
  name: string
  note?: string
  /** The item creates something: Enter chooses it only after an arrow key or the pointer has moved to it. */
  isNew?: boolean
}

type ComboboxProps = {
  label: string
  listLabel: string
  placeholder: string
  describedBy?: string
  ref?: Ref<HTMLInputElement>
  text: string
  onTextChange: (text: string) => void
  items: ComboboxItem[]
  /** The items belong to the text. Until they do, Enter chooses nothing. */
  isUpToDate: boolean
  /** The text above the items, or instead of them. */
  hint: string
  onOpenChange: (isOpen: boolean) => void
  onSelect: (item: ComboboxItem) => void
  /** Backspace in the empty field. */
  onBackspace: () => void
}

/**
 * A text field with suggestions. The first one is highlighted as soon as the items belong to the text, so that
 * Enter chooses it. A key that an input method needs to compose a word is left to the input method.
 */
export function Combobox(props: ComboboxProps) {
  const { label, describedBy, text, onTextChange, items } = props
  useAriaMessages()
  return (
    <ComboBox
      aria-label={label}
      aria-describedby={describedBy}
      inputValue={text}
      onInputChange={onTextChange}
      value={null}
      items={items}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="manual"
      onOpenChange={props.onOpenChange}
    >
      <ComboboxInput {...props} />
      <Suggestions {...props} />
    </ComboBox>
  )
}

/** The list. React Aria closes it when the page scrolls, which a phone's keyboard does: it stays while the field has the focus. */
function Suggestions(props: ComboboxProps) {
  const { listLabel, hint, onSelect } = props
  const state = useContext(ComboBoxStateContext)
  return (
    <Popover
      isOpen={state?.isOpen ?? false}
      onOpenChange={() => {
        if (!document.activeElement?.matches('[role=combobox]')) state?.close()
      }}
      offset={0}
      className="max-h-80 w-(--trigger-width) overflow-y-auto border border-edge bg-paper text-ink"
    >
      <p role="status" className={hint ? 'px-3 py-2 text-16 text-quiet' : 'sr-only'}>
        {hint}
      </p>
      <ListBox aria-label={listLabel} className="outline-none">
        {(item: ComboboxItem) => (
          <ListBoxItem
            textValue={item.name}
            onAction={() => onSelect(item)}
            className={`flex min-h-11 cursor-pointer items-center gap-2 px-3 py-1 text-16 data-focused:bg-wash data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-accent ${item.isNew ? 'font-bold' : ''}`}
          >
            {item.name}
            {item.note && <span className="text-14 text-quiet">{item.note}</span>}
          </ListBoxItem>
        )}
      </ListBox>
      <FirstHighlight {...props} />
    </Popover>
  )
}

function ComboboxInput({ ref, placeholder, text, onBackspace }: ComboboxProps) {
  const state = useContext(ComboBoxStateContext)
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (isComposing(event)) {
      event.stopPropagation()
    } else if (event.key === 'Enter' && state?.selectionManager.focusedKey == null) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Tab') {
      // React Aria chooses the highlighted item on Tab, but going on is no choice.
      state?.selectionManager.setFocusedKey(null)
    } else if (event.key === 'Backspace' && text === '') {
      onBackspace()
    }
  }
  return (
    <Input
      ref={ref}
      placeholder={placeholder}
      onClick={() => state?.open(null, 'manual')}
      onChange={() => state?.open(null, 'input')}
      onKeyDownCapture={onKeyDownCapture}
      className={controlClass()}
    />
  )
}

/** Rendered after the list, which removes the highlight when it appears, so that this effect runs later. */
function FirstHighlight({ text, items: [first], isUpToDate }: ComboboxProps) {
  const state = useContext(ComboBoxStateContext)
  const isListed = first !== undefined && Boolean(state?.collection.getItem(first.id))
  const key = isListed && text.trim() !== '' && !first.isNew ? first.id : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: an arrow key may move the highlight until the items change
  useEffect(() => {
    if (isUpToDate) state?.selectionManager.setFocusedKey(key)
  }, [isUpToDate, text, key])
  return null
}
