import {
  moveStory,
  restoreStory,
  unscheduleStory,
  withdrawStory,
} from '@/lib/articles/publish-commands'
import type { StoryDone } from '@/lib/articles/save'
import { carryOut } from '@/lib/auth/carry-out'
import type { Actor } from '@/lib/auth/roles'
import {
  noteCopy,
  proveStory,
  publishCopy,
  scheduleCopy,
  sendBack,
  setEmbargo,
  submitStory,
  tidyCopy,
} from '@/lib/newsroom/publish-commands'
import type { Decision } from '@/lib/newsroom/publishing'
import type { Outcome } from '@/lib/outcome'

type Decide = (actor: Actor, sent: object) => Promise<Outcome<StoryDone>>

/** The command behind each decision. */
export const decisions: Record<Decision, Decide> = {
  submit: (actor, sent) => carryOut(submitStory, actor, sent),
  sendBack: (actor, sent) => carryOut(sendBack, actor, sent),
  publish: (actor, sent) => carryOut(publishCopy, actor, sent),
  schedule: (actor, sent) => carryOut(scheduleCopy, actor, sent),
  unschedule: (actor, sent) => carryOut(unscheduleStory, actor, sent),
  embargo: (actor, sent) => carryOut(setEmbargo, actor, sent),
  note: (actor, sent) => carryOut(noteCopy, actor, sent),
  tidy: (actor, sent) => carryOut(tidyCopy, actor, sent),
  withdraw: (actor, sent) => carryOut(withdrawStory, actor, sent),
  restore: (actor, sent) => carryOut(restoreStory, actor, sent),
  move: (actor, sent) => carryOut(moveStory, actor, sent),
  prove: (actor, sent) => carryOut(proveStory, actor, sent),
}
