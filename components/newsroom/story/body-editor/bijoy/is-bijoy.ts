import { findBijoy } from '@/lib/bengali/bijoy/bijoy'

/** Whether a text has words that are surely Bijoy. */
export const isBijoy = (text: string): boolean =>
  findBijoy(text).some(({ certainty }) => certainty === 'sure')
