import {
  moveStory,
  restoreStory,
  unscheduleStory,
  withdrawStory,
} from '@/lib/articles/publish-commands'
import type { StoryResult } from '@/lib/articles/save-story'
import type { Actor } from '@/lib/auth/roles'
import { runAction } from '@/lib/auth/run-action'
import {
  noteCopy,
  publishCopy,
  requestPublicationCheck,
  scheduleCopy,
  sendBack,
  setEmbargo,
  submitStory,
  tidyCopy,
} from '@/lib/newsroom/publish/publish-commands'
import type { Decision } from '@/lib/newsroom/publish/publishing-state'
import type { Outcome } from '@/lib/outcome'

type Decide = (actor: Actor, sent: object) => Promise<Outcome<StoryResult>>

/** The command behind each decision. */
export const decisions: Record<Decision, Decide> = {
  submit: (actor, sent) => runAction(submitStory, actor, sent),
  sendBack: (actor, sent) => runAction(sendBack, actor, sent),
  publish: (actor, sent) => runAction(publishCopy, actor, sent),
  schedule: (actor, sent) => runAction(scheduleCopy, actor, sent),
  unschedule: (actor, sent) => runAction(unscheduleStory, actor, sent),
  embargo: (actor, sent) => runAction(setEmbargo, actor, sent),
  note: (actor, sent) => runAction(noteCopy, actor, sent),
  tidy: (actor, sent) => runAction(tidyCopy, actor, sent),
  withdraw: (actor, sent) => runAction(withdrawStory, actor, sent),
  restore: (actor, sent) => runAction(restoreStory, actor, sent),
  move: (actor, sent) => runAction(moveStory, actor, sent),
  prove: (actor, sent) => runAction(requestPublicationCheck, actor, sent),
}
