import sharp, { type Sharp, type SharpOptions } from 'sharp'

/** A file of a few kilobytes can declare billions of pixels; a camera of a newspaper has at most 60 million. */
export const maxPixels = 60_000_000

/** The longest side that WebP can have; AVIF and JPEG take more. https://developers.google.com/speed/webp/faq */
export const maxEncodedSide = 16_383

const mostSeconds = 20

// libvips keeps its last operations, and with each the coefficients of a progressive JPEG: 190 megabytes of the largest one.
sharp.cache(false)

/**
 * A picture to be decoded: row by row where its format allows, so that the whole of it is not in memory, and with an end
 * to the time that it takes. Every picture of the paper is opened here.
 */
export const openPicture = (bytes: Buffer, options: SharpOptions = {}): Sharp =>
  sharp(bytes, { limitInputPixels: maxPixels, sequentialRead: true, ...options }).timeout({
    seconds: mostSeconds,
  })
