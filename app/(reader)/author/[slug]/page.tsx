import { listRoute } from '@/app/(reader)/_lists/list-route'
import { authorList } from '@/app/(reader)/_lists/reader-lists'

const { generateMetadata, ListPage } = listRoute(authorList)

export { generateMetadata, ListPage as default }
