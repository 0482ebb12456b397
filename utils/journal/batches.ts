/** So much is asked of the cipher at a time: with thousands of answers under way, browsers take twice as long. */
const AT_A_TIME = 500;

/** Does `job` for each item, many but not too many at a time, and answers in the items' order. */
export async function inBatches<Item, Value>(
  items: readonly Item[],
  job: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    values.push(...(await Promise.all(items.slice(at, at + AT_A_TIME).map(job))));
  }
  return values;
}
