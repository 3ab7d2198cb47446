import 'server-only'
import { indexNow } from '@/lib/notifications/index-now'
import type { NotificationChannel } from '@/lib/notifications/notification-channel'
import { websub } from '@/lib/notifications/websub'
import { publicationCheckJob } from '@/lib/publication-check/publication-check-job'
import type { StoryJob } from '@/lib/queue/job'

/** Every job that follows from what happens to a story. A new one is a file, and a line here. */
export const jobs: StoryJob[] = [publicationCheckJob]

/** The channels that are notified of changes to stories. */
export const channels: NotificationChannel[] = [websub, indexNow]
