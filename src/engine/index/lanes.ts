/**
 * Does the work of each item, of so many at a time: an item is asked for when there is room for it. Throws what the work
 * throws first, asks for no more then, and waits for what is at hand, so that nobody cleans up beside it.
 */
export async function inLanes<T>(
  items: Iterable<T>,
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const errors: unknown[] = [];
  const lane = async (): Promise<void> => {
    try {
      for (let next = left.next(); !next.done && errors.length === 0; next = left.next())
        await work(next.value);
    } catch (error) {
      errors.push(error);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (errors.length > 0) throw errors[0];
}
