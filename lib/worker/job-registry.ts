import 'server-only'
import { indexNow } from '@/lib/notifications/index-now'
import type { NotificationChannel } from '@/lib/notifications/notification-channel'
import { websub } from '@/lib/notifications/websub'
import { publicationCheckJob } from '@/lib/publication-check/publication-check-job'
import type { StoryJob } from '@/lib/queue/job'

/** The jobs that follow a change of a story. */
export const jobs: StoryJob[] = [publicationCheckJob]

/** The channels that are notified of changes to stories. */
export const channels: NotificationChannel[] = [websub, indexNow]
