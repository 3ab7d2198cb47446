import messages from '@/messages/bn.json'
import type { Actor } from './permissions'

const { systemActors } = messages.newsroomTrail

/**
 * The actor that finalizes scheduled stories. The id is that of the first release, because it is in the audit trail.
 */
export const schedulerActor: Actor = {
  id: 'scheduler',
  name: systemActors.scheduler,
  role: 'system',
}

/** The operator at the machine itself, where nobody signs in. */
export const terminalActor: Actor = { id: 'terminal', name: systemActors.terminal, role: 'system' }

/** The import of stories from elsewhere. */
export const importActor: Actor = { id: 'import', name: systemActors.import, role: 'system' }

/** The actor of every reader who sends a form, with the permissions of the role `public` only. */
export const publicActor: Actor = { id: 'reader', name: systemActors.reader, role: 'public' }
