import type { Refusal } from '@/lib/outcome'

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The body may be invalid JSON: it is then not an object.
    return null
  }
}

/** The JSON object in the request, or the refusal. */
export async function readJsonObject(
  request: Request,
  maxBytes: number,
): Promise<object | Refusal> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'tooLarge'
  const bytes = await readBytes(request, maxBytes)
  if (!bytes) return 'tooLarge'
  const value = parse(new TextDecoder().decode(bytes))
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : 'invalid'
}
