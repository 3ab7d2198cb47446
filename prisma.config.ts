import { defineConfig } from 'prisma/config'

// `npm run prisma` and `npm start` set DATABASE_URL to the database they opened. Commands that need
// none (generate, format, a diff of two schemas) run without it.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx --conditions=react-server prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
