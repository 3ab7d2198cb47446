import { cva, type VariantProps } from 'class-variance-authority'

/** The classes of a field to type or choose in. `aria-invalid` marks a fault. */
export const controlClass = cva('min-h-11 border border-edge aria-invalid:border-accent', {
  variants: {
    kind: {
      input: 'py-2 placeholder:text-quiet read-only:bg-wash',
      select: 'disabled:bg-wash disabled:text-ink disabled:opacity-100',
    },
    size: {
      normal: 'px-3 text-16',
      narrow: 'px-2 text-16',
      /** An address to copy. */
      small: 'px-2 text-14',
      /** The text size is the caller's. */
      free: 'px-3',
    },
    isWide: { true: 'w-full min-w-0' },
    /** Marks are drawn behind the text. */
    isTransparent: { true: 'relative bg-transparent', false: 'bg-paper' },
  },
  defaultVariants: { kind: 'input', size: 'normal', isWide: true, isTransparent: false },
})

export type ControlLook = Pick<VariantProps<typeof controlClass>, 'size' | 'isWide'>
