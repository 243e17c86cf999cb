import { startTestServer, type TestServer } from '../packages/platform/test/test-database.ts'

let server: TestServer | undefined

/** Run once by node:test before all files: one PostgreSQL for the whole run. */
export async function globalSetup(): Promise<void> {
  server = await startTestServer()
  process.env.LASTHASH_TEST_DATABASE_URL = server.url
}

export async function globalTeardown(): Promise<void> {
  await server?.stop()
}
