/** A job of the worker after a command with an effect that readers see. */
export type FollowUp = 'publicationCheck' | 'webSub' | 'indexNow'

const nothing: readonly FollowUp[] = []
const allOfThem: readonly FollowUp[] = ['publicationCheck', 'webSub', 'indexNow']
const notifications: readonly FollowUp[] = ['webSub', 'indexNow']
/** Feed readers are not told of an edit without a notice; search engines read every word. */
const silentEdit: readonly FollowUp[] = ['publicationCheck', 'indexNow']

/**
 * All commands, each with its follow-up jobs. The names are stored in the audit trail and in the outbox, so a
 * migration renames them with the command; users read the texts of messages/bn.json (newsroomTrail.commands).
 */
export const followUps = {
  addCategory: nothing,
  renameCategory: notifications,
  moveCategory: notifications,
  mergeCategories: notifications,
  orderCategories: nothing,
  addContributor: nothing,
  addTopic: nothing,
  addSource: nothing,
  editContributor: notifications,
  editTopic: notifications,
  editSource: nothing,
  mergeContributors: notifications,
  mergeTopics: notifications,
  mergeSources: nothing,
  uploadPicture: nothing,
  describePicture: nothing,
  deletePicture: nothing,
  beginUpload: nothing,
  deleteUpload: nothing,
  deleteExpiredUploads: nothing,
  newStory: nothing,
  draftStory: nothing,
  editStory: silentEdit,
  unscheduleStory: nothing,
  finalizeScheduled: allOfThem,
  withdrawStory: allOfThem,
  restoreStory: allOfThem,
  moveStory: allOfThem,
  openWorkingCopy: nothing,
  renewPresence: nothing,
  leaveStory: nothing,
  saveWorkingCopy: nothing,
  takeOverLock: nothing,
  resolveConflict: nothing,
  submitStory: nothing,
  sendBack: nothing,
  publishStory: allOfThem,
  scheduleStory: nothing,
  setEmbargo: nothing,
  requestPlannedChange: nothing,
  rewordNote: silentEdit,
  noteChange: allOfThem,
  requestPublicationCheck: ['publicationCheck'],
  reportFault: nothing,
  handleReport: nothing,
  trashStory: nothing,
  untrashStory: nothing,
  restoreRevision: nothing,
  createPreviewLink: nothing,
  revokePreviewLink: nothing,
  makePhotocard: nothing,
  publishFront: nothing,
  setFrontPins: nothing,
  retryJob: nothing,
  editPaper: nothing,
  decideSettings: nothing,
  importRedirects: nothing,
  importStories: nothing,
  loadSamplePaper: nothing,
  inviteUser: nothing,
  editUser: nothing,
  changeRole: nothing,
  linkContributor: nothing,
  blockUser: nothing,
  unblockUser: nothing,
  endUserSessions: nothing,
  withdrawInvitation: nothing,
  createResetLink: nothing,
  createAdminLink: nothing,
  rescueAdmin: nothing,
  registerFirstAdmin: nothing,
  choosePassword: nothing,
  createEmailedLink: nothing,
  renameSelf: nothing,
  changePassword: nothing,
  endSession: nothing,
  endSessions: nothing,
  beginTwoStep: nothing,
  confirmTwoStep: nothing,
  endTwoStep: nothing,
  renewRecoveryCodes: nothing,
} satisfies Record<string, readonly FollowUp[]>

export type CommandName = keyof typeof followUps

export const commandNames = Object.keys(followUps) as CommandName[]

/** Whether `followUp` follows from the command of an outbox row; the row may be of a release that had other commands. */
export const hasFollowUp = (command: string, followUp: FollowUp): boolean =>
  (followUps as Record<string, readonly FollowUp[]>)[command]?.includes(followUp) ?? false
