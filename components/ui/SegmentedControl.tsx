import { useId } from 'react'

type SegmentedControlProps<Value extends string> = {
  name: string
  options: { value: Value; label: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** A row of choices of which one is chosen. They are radio buttons: one stop of the keyboard, moved through with arrows. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { name, options, chosen, onChoose } = props
  const group = useId()
  return (
    <div role="radiogroup" aria-label={name} className="flex flex-wrap">
      {options.map(({ value, label }) => (
        <label
          key={value}
          className="relative flex min-h-11 items-center border-b-[3px] border-transparent px-2 text-16 has-checked:border-ink has-checked:font-bold has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={group}
            checked={value === chosen}
            onChange={() => onChoose(value)}
            className="absolute inset-x-0 top-0 h-11 w-full cursor-pointer opacity-0"
          />
          {label}
        </label>
      ))}
    </div>
  )
}
