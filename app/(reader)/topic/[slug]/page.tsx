import { listRoute } from '@/app/(reader)/_lists/list-route'
import { topicList } from '@/app/(reader)/_lists/reader-lists'

const { generateMetadata, ListPage } = listRoute(topicList)

export { generateMetadata, ListPage as default }
