import type { StoryResult } from '@/lib/articles/save-story'
import type { Actor } from '@/lib/auth/permissions'
import { runAs } from '@/lib/commands/run-as'
import {
  editStory,
  noteChange,
  requestPlannedChange,
  rewordNote,
} from '@/lib/newsroom/publish/edit-commands'
import {
  moveStory,
  publishStory,
  requestPublicationCheck,
  restoreStory,
  scheduleStory,
  sendBack,
  setEmbargo,
  submitStory,
  unscheduleStory,
  withdrawStory,
} from '@/lib/newsroom/publish/publish-commands'
import type { Decision } from '@/lib/newsroom/publish/publishing-state'
import type { Outcome } from '@/lib/outcome'

type Decide = (actor: Actor, sent: object) => Promise<Outcome<StoryResult>>

/** The command behind each decision. */
export const decisions: Record<Decision, Decide> = {
  submit: (actor, sent) => runAs(submitStory, actor, sent),
  sendBack: (actor, sent) => runAs(sendBack, actor, sent),
  publish: (actor, sent) => runAs(publishStory, actor, sent),
  schedule: (actor, sent) => runAs(scheduleStory, actor, sent),
  unschedule: (actor, sent) => runAs(unscheduleStory, actor, sent),
  embargo: (actor, sent) => runAs(setEmbargo, actor, sent),
  note: (actor, sent) => runAs(noteChange, actor, sent),
  silentEdit: (actor, sent) => runAs(editStory, actor, sent),
  withdraw: (actor, sent) => runAs(withdrawStory, actor, sent),
  restore: (actor, sent) => runAs(restoreStory, actor, sent),
  move: (actor, sent) => runAs(moveStory, actor, sent),
  requestChange: (actor, sent) => runAs(requestPlannedChange, actor, sent),
  rewordNote: (actor, sent) => runAs(rewordNote, actor, sent),
  requestCheck: (actor, sent) => runAs(requestPublicationCheck, actor, sent),
}
