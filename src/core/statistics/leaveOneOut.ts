/** Every group once, with the items of all other groups, in the groups' order; groups are those of `groupOf`. */
export function leaveOneGroupOut<T>(
  items: readonly T[],
  groupOf: (item: T) => string,
): { readonly group: string; readonly inside: readonly T[]; readonly others: readonly T[] }[] {
  const groups = [...new Set(items.map(groupOf))].sort();
  return groups.map((group) => ({
    group,
    inside: items.filter((item) => groupOf(item) === group),
    // Of many groups hardly any is asked for its others.
    get others() {
      return items.filter((item) => groupOf(item) !== group);
    },
  }));
}
