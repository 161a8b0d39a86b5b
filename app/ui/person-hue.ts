/** A stable hue for a person's initials, spread over the circle: FNV-1a over the id. */
export function personHue(personId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < personId.length; index++) {
    hash = Math.imul(hash ^ personId.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % 360;
}
