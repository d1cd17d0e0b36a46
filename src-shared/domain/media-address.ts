/** How a card names a picture of the profile: `media/` and a plain file name of a kind that every page can show. */
const mediaAddress = /^media\/([a-z0-9][\w.-]{0,100}\.(?:png|jpe?g|gif|webp))$/i;

/** The file name in a picture's address, or null where it is no picture of the profile. */
export function readMediaAddress(address: string): string | null {
  return mediaAddress.exec(address)?.[1] ?? null;
}
