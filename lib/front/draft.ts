import { type FrontChoice, topCount } from './front'

/** The front page while an editor arranges it: its slots and their changes. */

/** `top:0` is the lead, the other tops are the seconds; `block:sports` opens a category's block. */
export type Slot = `top:${number}` | `block:${string}`

export type SlotPin = { id: number; until: Date | null }

export const topSlots: Slot[] = Array.from({ length: topCount }, (_, place): Slot => `top:${place}`)
export const blockSlot = (slug: string): Slot => `block:${slug}`

/** The category whose block a slot opens; null for a slot at the top. */
export const categoryOf = (slot: Slot): string | null =>
  slot.startsWith('block:') ? slot.slice('block:'.length) : null
const placeOf = (slot: Slot) => Number(slot.slice('top:'.length))

/** The pin of a slot; null when it is filled by rule. */
export function pinAt({ pins, blocks }: FrontChoice, slot: Slot): SlotPin | null {
  const category = categoryOf(slot)
  const pin =
    category === null
      ? pins.find(({ place }) => place === placeOf(slot))
      : blocks.find((each) => each.category === category)
  return pin ? { id: pin.id, until: pin.until } : null
}

/** The slot of a pinned story, else null. */
export function slotOf({ pins, blocks }: FrontChoice, id: number): Slot | null {
  const pin = pins.find((each) => each.id === id)
  if (pin) return `top:${pin.place}`
  const block = blocks.find((each) => each.id === id)
  return block ? blockSlot(block.category) : null
}

/** All pinned stories and the story of the breaking strip. */
export const pinnedIds = ({ pins, blocks, breaking }: FrontChoice): number[] =>
  [...pins, ...blocks, breaking].flatMap((pin) => pin?.id ?? [])

export function clearSlot(choice: FrontChoice, slot: Slot): FrontChoice {
  const category = categoryOf(slot)
  return category === null
    ? { ...choice, pins: choice.pins.filter(({ place }) => place !== placeOf(slot)) }
    : { ...choice, blocks: choice.blocks.filter((each) => each.category !== category) }
}

function pinToSlot(choice: FrontChoice, slot: Slot, pin: SlotPin): FrontChoice {
  const rest = clearSlot(choice, slot)
  const category = categoryOf(slot)
  if (category !== null) return { ...rest, blocks: [...rest.blocks, { ...pin, category }] }
  const pins = [...rest.pins, { ...pin, place: placeOf(slot) }]
  return { ...rest, pins: pins.toSorted((a, b) => a.place - b.place) }
}

/**
 * Pins the story to the slot. A story that was pinned elsewhere exchanges its slot with the one it replaces, unless its
 * slot was a block: the replaced story may belong to another category.
 */
export function pinStory(choice: FrontChoice, slot: Slot, id: number): FrontChoice {
  const from = slotOf(choice, id)
  if (from === slot) return choice
  const moved = from ? pinAt(choice, from) : null
  const there = pinAt(choice, slot)
  const without = from ? clearSlot(choice, from) : choice
  const placed = pinToSlot(without, slot, moved ?? { id, until: null })
  return there && from && categoryOf(from) === null ? pinToSlot(placed, from, there) : placed
}

/** Sets when the pin of a slot ends; null for no end. */
export function setPinEnd(choice: FrontChoice, slot: Slot, until: Date | null): FrontChoice {
  const pin = pinAt(choice, slot)
  return pin ? pinToSlot(choice, slot, { ...pin, until }) : choice
}

/** The choice as base64url. */
export function encodeChoice(choice: FrontChoice): string {
  const bytes = new TextEncoder().encode(JSON.stringify(choice))
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Decodes `encodeChoice`, unvalidated; undefined for invalid text. */
export function decodeChoice(text: string): unknown {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(
      new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))),
    )
  } catch {
    // Not base64 or not JSON.
    return undefined
  }
}
