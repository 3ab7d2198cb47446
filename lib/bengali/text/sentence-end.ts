/** The signs that end a sentence or a verse. */
export const DANDAS = '\u0964\u0965'
