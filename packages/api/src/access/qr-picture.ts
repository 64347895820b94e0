/// <reference path="./qrcode.d.ts" />
import { create } from 'qrcode'

/** A picture for cameras: the length of its side in squares, and the path of the dark ones for an SVG. */
export type QrPicture = { side: number; path: string }

/** Draws a text as a QR code. As a path, so that the page's policy need not let pictures in. */
export function drawQr(text: string): QrPicture {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares: string[] = []
  for (let at = 0; at < modules.data.length; at += 1)
    if (modules.data[at]) squares.push(`M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z`)
  return { side: modules.size, path: squares.join('') }
}
