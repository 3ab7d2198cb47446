/** Each worker of the database tests has a database of its own: DATABASE_URLS names them, separated by spaces. */
const urls = process.env.DATABASE_URLS?.split(' ') ?? []
const url = urls[Number(process.env.VITEST_POOL_ID) - 1]
if (url) process.env.DATABASE_URL = url
