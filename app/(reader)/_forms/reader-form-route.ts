import type { z } from 'zod'
import { publicActor } from '@/lib/auth/system-actors'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { paperNow } from '@/lib/clock'
import type { CommandDefinition } from '@/lib/commands/command'
import { runAs } from '@/lib/commands/run-as'
import { readNumber } from '@/lib/content-model/article'
import type { CommandResult, Refusal } from '@/lib/outcome'
import { tokenField, trapField } from '@/lib/reader-forms/form-fields'
import { consumeFormLimit } from '@/lib/reader-forms/form-limit'
import { checkFormToken } from '@/lib/reader-forms/form-token'
import type { RefusedForm } from '@/lib/render-context/render-context'
import { refuseForm } from '@/lib/render-context/response'

type FormAnswer = Pick<RefusedForm, 'status' | 'reason'>

/** A form that readers send about a thing with a number, such as a story. */
export type ReaderFormDefinition<Schema extends z.ZodType, Result extends CommandResult> = {
  /** Names the form in its token and in the rate limits. */
  name: string
  /** The names of its fields; other fields of the request are not read. */
  fields: readonly string[]
  command: CommandDefinition<Schema, Result, undefined>
  /** The command's input. `formKey` is the same when the same form is sent twice. */
  inputOf: (
    id: number,
    values: Record<string, string>,
    formKey: string,
  ) => Record<keyof z.input<Schema>, unknown>
  /** The page that the reader is redirected to. */
  sentPath: (id: number) => string
  /** How the command's refusals are answered. `invalid` and `noSuchStory` are answered for all forms. */
  answers?: Partial<Record<Refusal, FormAnswer>>
}

const commonAnswers: Partial<Record<Refusal, FormAnswer>> = {
  invalid: { status: 422, reason: 'invalid' },
  noSuchStory: { status: 404, reason: 'gone' },
}

/**
 * The route that takes a form: rate limit, trap, token, then the command with the public actor. It is below
 * app/(reader)/internal/forms, where only the server's own request gets (server/http/forms/reader-form-handler.ts). It answers
 * with a redirect, or with a refused form in the render context, from which the server renders the form's page again.
 */
export function readerFormRoute<Schema extends z.ZodType, Result extends CommandResult>(
  form: ReaderFormDefinition<Schema, Result>,
) {
  const receive = async (request: Request, part: string): Promise<Response | RefusedForm> => {
    const now = paperNow()
    const sent = new URLSearchParams(await request.text())
    const values = Object.fromEntries(
      form.fields.map((field) => [field, normalizeText(sent.get(field) ?? '')]),
    )
    const token = sent.get(tokenField) ?? ''
    const refused = { fields: [], values, token }
    const id = readNumber(part)
    if (id === null) return { ...refused, status: 404, reason: 'gone' }
    const about = { form: form.name, subject: part }
    const waitMs = await consumeFormLimit(about, request.headers, now)
    if (waitMs > 0) {
      const retryAfterSeconds = Math.ceil(waitMs / 1_000)
      return { ...refused, status: 429, reason: 'tooMany', retryAfterSeconds }
    }
    if (sent.get(trapField)) return { ...refused, status: 422, reason: 'trap' }
    const check = checkFormToken(about, token, now)
    if (!check.ok) {
      const isUsable = check.reason === 'tooQuick'
      return { ...refused, status: 422, reason: check.reason, token: isUsable ? token : null }
    }
    const outcome = await runAs(form.command, publicActor, form.inputOf(id, values, check.key))
    if (outcome.ok)
      return new Response(null, { status: 303, headers: { Location: form.sentPath(id) } })
    const answer = { ...commonAnswers, ...form.answers }[outcome.reason]
    if (!answer) throw new Error(`the form ${form.name} has no answer to ${outcome.reason}`)
    return { ...refused, ...answer, fields: outcome.fields ?? [] }
  }

  return async (request: Request, context: { params: Promise<{ id: string }> }) => {
    const answer = await receive(request, (await context.params).id)
    if (answer instanceof Response) return answer
    refuseForm(answer)
    return new Response(null, { status: answer.status })
  }
}
