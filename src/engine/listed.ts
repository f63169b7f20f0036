// Maps whose values are made when their key is first met.
// Promise: what is made stays in the map.

interface Listing<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** What stands under a key; made and kept where nothing does. */
export function listed<K, V>(map: Listing<K, V>, key: K, make: () => V): V {
  const own = map.get(key) ?? make()
  map.set(key, own)
  return own
}
