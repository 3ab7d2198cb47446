import { type FrontChoice, topCount } from './front'

/** The front page while an editor sets it: places by name, and what is done to them. */

/** `top:0` is the lead, the other tops are the seconds; `block:sports` opens a category's block. */
export type Slot = `top:${number}` | `block:${string}`

export type SlotPin = { id: number; until: Date | null }

export const topSlots: Slot[] = Array.from({ length: topCount }, (_, place): Slot => `top:${place}`)
export const blockSlot = (slug: string): Slot => `block:${slug}`

/** The category whose block a slot opens; null for the page's own. */
export const categoryOf = (slot: Slot): string | null =>
  slot.startsWith('block:') ? slot.slice('block:'.length) : null
const placeOf = (slot: Slot) => Number(slot.slice('top:'.length))

/** What a slot holds; null where the page fills it itself. */
export function pinAt({ pins, blocks }: FrontChoice, slot: Slot): SlotPin | null {
  const category = categoryOf(slot)
  const pin =
    category === null
      ? pins.find(({ place }) => place === placeOf(slot))
      : blocks.find((each) => each.category === category)
  return pin ? { id: pin.id, until: pin.until } : null
}

/** The slot a story is held to; null for one that is not. */
export function slotOf({ pins, blocks }: FrontChoice, id: number): Slot | null {
  const pin = pins.find((each) => each.id === id)
  if (pin) return `top:${pin.place}`
  const block = blocks.find((each) => each.id === id)
  return block ? blockSlot(block.category) : null
}

/** Every story that is held, and the strip's. */
export const pinnedIds = ({ pins, blocks, breaking }: FrontChoice): number[] =>
  [...pins, ...blocks, breaking].flatMap((pin) => pin?.id ?? [])

/** The slot is the page's own to fill. */
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
 * The story is held to the slot. One that was held elsewhere leaves that, to what the slot held before it; so two slots
 * are exchanged. A block is not given what was above it: that may belong to another category.
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

/** The slot is held until then; null: until it is taken back. */
export function setPinEnd(choice: FrontChoice, slot: Slot, until: Date | null): FrontChoice {
  const pin = pinAt(choice, slot)
  return pin ? pinToSlot(choice, slot, { ...pin, until }) : choice
}

/** The choice as a part of an address: letters, digits, - and _. */
export function encodeChoice(choice: FrontChoice): string {
  const bytes = new TextEncoder().encode(JSON.stringify(choice))
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** What `writeChoice` wrote, to be checked; undefined for what it cannot have written. */
export function decodeChoice(text: string): unknown {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(
      new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))),
    )
  } catch {
    // No base64, or no JSON in it: somebody wrote the address by hand.
    return undefined
  }
}
