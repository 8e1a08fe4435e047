/**
 * An official number as it is compared: however it was spaced, and in small letters or capitals. The database looks numbers
 * up by the same rule (`products_number_key`).
 */
export const numberKey = (text: string): string => text.replace(/\s+/g, '').toUpperCase()
