import type { FormState } from '@/components/newsroom/forms/form-state'

/** What saving a picture's words answered: why not, and how often it was saved since the page was opened. */
export type PictureFormState = { refused: FormState; saves: number }
export type PictureFormAction = (
  state: PictureFormState,
  form: FormData,
) => Promise<PictureFormState>
