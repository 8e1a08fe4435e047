/** A4 at 200 dpi is 1654 × 2339: what an office reads without trouble. */
const longestSides = [2339, 2000, 1654, 1240]

/**
 * A picture as JPEG below a size, at 200 dpi of an A4 sheet or less. null: it does not get small enough.
 *
 * Throws when the content is no picture that the browser can read.
 */
export async function shrinkImage(file: File, maxBytes: number): Promise<File | null> {
  const picture = await createImageBitmap(file)
  try {
    for (const longest of longestSides) {
      const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
      const blob = await encode(picture, scale)
      if (blob !== null && blob.size <= maxBytes)
        return new File([blob], file.name.replace(/\.[^.]*$/, '.jpg'), { type: 'image/jpeg' })
    }
    return null
  } finally {
    picture.close()
  }
}

function encode(picture: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const context = canvas.getContext('2d')
  if (context === null) return Promise.resolve(null)
  context.imageSmoothingQuality = 'high'
  // A transparent PNG has no ground of its own; on paper it would be black.
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
}
