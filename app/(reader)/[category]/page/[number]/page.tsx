import { listRoute } from '@/app/(reader)/_lists/list-route'
import { categoryList } from '@/app/(reader)/_lists/reader-lists'

const { generateMetadata, ListPage } = listRoute(categoryList)

export { generateMetadata, ListPage as default }
