import { listRoute } from '@/app/(reader)/_lists/list-route'
import { latestList } from '@/app/(reader)/_lists/reader-lists'

const { generateMetadata, ListPage } = listRoute(latestList)

export { generateMetadata, ListPage as default }
