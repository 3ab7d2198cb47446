import { readWallTime, wallFields } from '@/lib/bengali/calendar/wall-time'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** A time that editors often plan for; `word` is a key of "newsroomPublish.presets" in bn.json. */
export type TimePreset = { word: 'in15Minutes' | 'thisEvening' | 'tomorrowMorning'; at: Date }

/** The instant of a time of the paper's clock on that day; null when that day has no such time. */
function atTime(date: string, time: string): Date | null {
  const reading = readWallTime(date, time)
  return reading.kind === 'instant' ? reading.instant : null
}

/** The presets that lie ahead: in a quarter of an hour, this evening at six, tomorrow morning at six. */
export function timePresets(now: Date): TimePreset[] {
  const wholeMinute = Math.floor(now.getTime() / minuteMs) * minuteMs
  const tomorrow = new Date(now.getTime() + dayMs)
  const all: [TimePreset['word'], Date | null][] = [
    ['in15Minutes', new Date(wholeMinute + 15 * minuteMs)],
    ['thisEvening', atTime(wallFields(now).date, '18:00')],
    ['tomorrowMorning', atTime(wallFields(tomorrow).date, '06:00')],
  ]
  return all.flatMap(([word, at]) => (at && at > now ? [{ word, at }] : []))
}
