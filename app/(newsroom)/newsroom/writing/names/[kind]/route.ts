import { notFound } from 'next/navigation'
import { readSent } from '@/app/(newsroom)/newsroom/read-sent'
import { mostSentBytes, refused } from '@/app/(newsroom)/newsroom/writing/answers'
import { carryOut } from '@/lib/auth/carry-out'
import { whyNot } from '@/lib/auth/roles'
import { currentActor } from '@/lib/auth/session'
import { firstGraphemes } from '@/lib/bengali/shorten'
import { addContributor, addSource, addTopic } from '@/lib/people/commands'
import { type NameKind, nameKinds } from '@/lib/people/name'
import { listNames } from '@/lib/people/queries'

type Context = RouteContext<'/newsroom/writing/names/[kind]'>

const adders = { contributors: addContributor, topics: addTopic, sources: addSource }
const longestTyped = 120

async function readKind({ params }: Context): Promise<NameKind> {
  const { kind } = await params
  return nameKinds.find((each) => each === kind) ?? notFound()
}

/** The names that a writer may mean by what they typed. */
export async function GET(request: Request, context: Context) {
  const kind = await readKind(context)
  const refusal = whyNot(await currentActor(), 'name')
  if (refusal) return refused(refusal)
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(await listNames(kind, firstGraphemes(typed, longestTyped)))
}

/** A name that the paper did not have. */
export async function POST(request: Request, context: Context) {
  const kind = await readKind(context)
  const actor = await currentActor()
  if (!actor) return refused('notSignedIn')
  const sent = await readSent(request, mostSentBytes)
  if (typeof sent === 'string') return refused(sent)
  const outcome = await carryOut(adders[kind], actor, sent)
  return outcome.ok ? Response.json(outcome.named) : refused(outcome.reason, outcome.fields)
}
