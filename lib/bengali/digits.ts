const BENGALI_ZERO = 0x09e6

/** Every ASCII digit as a Bengali one (০-৯); all else is left. A number is first written as JavaScript writes it, ungrouped. */
export function toBengaliDigits(text: string | number): string {
  return String(text).replace(/[0-9]/g, (digit) =>
    String.fromCharCode(BENGALI_ZERO + Number(digit)),
  )
}

/** Every Bengali digit as an ASCII one; all else, other scripts' digits too, is left. */
export function toLatinDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BENGALI_ZERO))
}
