import { cva } from 'class-variance-authority'

/** The classes of a field in a reader's form: 48 px high. */
export const readerInputClass = cva(
  'min-h-12 rounded-none border border-quiet bg-paper px-3 text-18',
  {
    variants: {
      place: {
        /** Beside its button. */
        row: 'w-0 min-w-0 flex-1',
        form: 'w-full py-2 aria-invalid:border-2 aria-invalid:border-accent',
      },
    },
  },
)

/** The classes of the button of a reader's form. */
export const readerButtonClass = cva(
  'min-h-12 shrink-0 cursor-pointer bg-ink px-5 text-18 font-bold text-paper',
)
