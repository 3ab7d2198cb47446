import { notFound } from 'next/navigation'
import { jsonRefusal, maxFormBytes } from '@/app/(newsroom)/_http/json-refusal'
import { readJsonObject } from '@/app/(newsroom)/_http/read-json-object'
import { type Actor, checkPermission } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { firstGraphemes } from '@/lib/bengali/text/shorten'
import { runAs } from '@/lib/commands/run-as'
import { addContributor, addSource, addTopic } from '@/lib/taxonomy/commands'
import { suggestNames } from '@/lib/taxonomy/queries'
import { type TaxonomyKind, taxonomyKinds } from '@/lib/taxonomy/taxonomy-name'

type Context = RouteContext<'/newsroom/writing/taxonomy/[kind]'>

const _addCommands = { contributors: addContributor, topics: addTopic, sources: addSource }
const addEntry = {
  contributors: (actor: Actor, sent: object) => runAs(addContributor, actor, sent),
  topics: (actor: Actor, sent: object) => runAs(addTopic, actor, sent),
  sources: (actor: Actor, sent: object) => runAs(addSource, actor, sent),
}
const longestTyped = 120

async function readKind({ params }: Context): Promise<TaxonomyKind> {
  const { kind } = await params
  return taxonomyKinds.find((each) => each === kind) ?? notFound()
}

/** The names that match the typed text. */
export async function GET(request: Request, context: Context) {
  const kind = await readKind(context)
  const refusal = checkPermission(await currentActor(), 'name')
  if (refusal) return jsonRefusal(refusal)
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(await suggestNames(kind, firstGraphemes(typed, longestTyped)))
}

/** Creates a name. */
export async function POST(request: Request, context: Context) {
  const kind = await readKind(context)
  const actor = await currentActor()
  if (!actor) return jsonRefusal('notSignedIn')
  const sent = await readJsonObject(request, maxFormBytes)
  if (typeof sent === 'string') return jsonRefusal(sent)
  const outcome = await addEntry[kind](actor, sent)
  return outcome.ok ? Response.json(outcome.named) : jsonRefusal(outcome.reason, outcome.fields)
}
