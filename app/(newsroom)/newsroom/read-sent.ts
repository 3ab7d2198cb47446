import type { Refusal } from '@/lib/outcome'

async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whoever sent it may have sent anything: it is no object then.
    return null
  }
}

/** The JSON object that a page sent, or why it is none. */
export async function readSent(request: Request, mostBytes: number): Promise<object | Refusal> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return 'tooLarge'
  const bytes = await readBytes(request, mostBytes)
  if (!bytes) return 'tooLarge'
  const sent = parse(new TextDecoder().decode(bytes))
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? sent : 'invalid'
}
