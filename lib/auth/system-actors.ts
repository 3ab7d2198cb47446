import messages from '@/messages/bn.json'
import type { Actor } from './permissions'

const { machines } = messages.newsroomTrail

/** Who writes down what time has published. */
export const schedulerActor: Actor = { id: 'clock', name: machines.clock, role: 'system' }

/** Whoever sits at the machine itself, where nobody signs in. */
export const terminalActor: Actor = { id: 'terminal', name: machines.terminal, role: 'system' }
