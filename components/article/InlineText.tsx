import type { Inline } from '@/lib/content-model/body'

type InlineTextProps = { content: Inline[] }

/** Runs of text with their marks. */
export function InlineText({ content }: InlineTextProps) {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
  return content.map((run, index) => <Run key={index} run={run} />)
}

function Run({ run }: { run: Inline }) {
  if (run.href) {
    const { href, ...rest } = run
    return (
      <a href={href} rel={href.startsWith('/') ? undefined : 'noopener'}>
        <Run run={rest} />
      </a>
    )
  }
  if (run.bold) {
    const { bold, ...rest } = run
    return (
      <strong>
        <Run run={rest} />
      </strong>
    )
  }
  return run.italic ? <em>{run.text}</em> : run.text
}
