import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, test } from '@/e2e/support/fixtures'
import { htmlRules } from '@/e2e/support/html-rules'
import { sendRequest } from '@/e2e/support/http-client'
import { pageKinds } from '@/e2e/support/page-kinds'

const validator = new HtmlValidate(new StaticConfigLoader(htmlRules))

/** What is wrong with a document, a line each: rule, place and message. */
async function faultsOf(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages, source }) =>
    messages.map(
      ({ ruleId, message, offset }) =>
        `${ruleId}: ${message} [${source?.slice(offset, offset + 80)}]`,
    ),
  )
}

for (const kind of pageKinds) {
  test(`${kind} is written in valid HTML`, async ({ pages }) => {
    const { path, status } = pages[kind]

    const response = await sendRequest(path)

    expect(response.status).toBe(status)
    expect(await faultsOf(response.text)).toEqual([])
  })
}
