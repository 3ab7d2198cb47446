import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { ask } from './ask'
import { expect, test } from './fixtures'
import { htmlRules } from './html-validate.config'
import { pageKinds } from './page-kinds'

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

    const answer = await ask(path)

    expect(answer.status).toBe(status)
    expect(await faultsOf(answer.text)).toEqual([])
  })
}
