import { cva, type VariantProps } from 'class-variance-authority'

/** The classes of a button and of a link that looks like one: at least 44 px high, the size of a fingertip (WCAG 2.5.5). */
export const buttonClass = cva('min-h-11 aria-disabled:opacity-60', {
  variants: {
    variant: {
      /** The primary action of the screen. */
      main: 'bg-ink px-4 py-2 text-16 font-bold text-paper',
      plain: 'border border-edge px-4 py-2 text-16 font-bold',
      /** A destructive action. */
      grave: 'border border-accent px-4 py-2 text-16 font-bold text-accent',
      /** One of several equal answers. */
      choice:
        'border border-edge bg-paper px-3 py-2 text-16 aria-pressed:bg-ink aria-pressed:text-paper',
      link: 'text-16 underline',
      bare: 'text-16 disabled:text-quiet',
      /** A secondary action. */
      quiet: 'text-16 text-quiet hover:underline',
      /** An icon or a single letter. */
      icon: 'inline-flex min-w-11 items-center justify-center text-18 disabled:opacity-35 aria-pressed:bg-ink aria-pressed:text-paper',
      /** One of a row of which one is chosen, as its ARIA attribute says. */
      tab: 'border-b-[3px] border-transparent px-2 text-16 aria-[current]:border-ink aria-[current]:font-bold',
    },
    isBold: { true: 'font-bold' },
    /** A border cannot show where a button without one ends: room for the finger at its sides. */
    isPadded: { true: 'px-2' },
    /** On an `a`, which alone has no height. */
    isLink: { true: 'inline-flex items-center' },
  },
  defaultVariants: { variant: 'plain' },
})

export type ButtonLook = VariantProps<typeof buttonClass>
