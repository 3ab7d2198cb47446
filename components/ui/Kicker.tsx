type KickerProps = { text: string }

/** The short label above a headline. */
export function Kicker({ text }: KickerProps) {
  return <p className="text-14 font-bold text-accent">{text}</p>
}
