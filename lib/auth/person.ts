import { z } from 'zod'

/** What a person of the newsroom may be; the installation's own role is nobody's. */
export const personRole = z.enum(['reporter', 'subEditor', 'editor', 'admin'])
export type PersonRole = z.infer<typeof personRole>
