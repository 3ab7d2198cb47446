import { Button } from '@/components/ui/Button'

type SegmentedControlProps<Value extends string> = {
  name: string
  options: { value: Value; label: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** A row of buttons of which one is pressed. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { name, options, chosen, onChoose } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the row
    <div role="group" aria-label={name} className="flex flex-wrap">
      {options.map(({ value, label }) => (
        <Button
          key={value}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
          variant="tab"
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
