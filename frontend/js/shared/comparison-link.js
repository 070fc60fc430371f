// The address of all that is compared: references as they are, and what no server has packed beside them. Pure.
import { resultAddress } from "../results/result-address.js";
import { TOO_LONG } from "../results/result-pack.js";

const lengthOf = ({ packed, file }) => (packed ?? file)?.text.length ?? 0;

/**
 * The address that holds as much of it as fits.
 *
 * @param parts `[ { name, item } ]`, an item as `result-address.js` reads it
 * @returns `{ address, left }`, with the names of what found no room
 */
export function comparisonLink(parts, most = TOO_LONG) {
  const kept = [...parts];
  const left = [];
  const address = () => resultAddress(kept.map(({ item }) => item));
  while (address().length > most && kept.some(({ item }) => lengthOf(item) > 0)) {
    const longest = kept.reduce((one, other) => (lengthOf(other.item) > lengthOf(one.item) ? other : one));
    kept.splice(kept.indexOf(longest), 1);
    left.push(longest.name);
  }
  return { address: address(), left };
}
