/**
 * Moves labels of an axis apart so that none covers another, each as near its place as the others let it. Their order
 * stays.
 * @param wanted Where each would begin, in ascending order.
 * @param heights How much room each takes.
 * @param height The room that all have; not less than all heights together.
 * @returns Where each begins.
 */
export function spread(wanted: readonly number[], heights: readonly number[], height: number): number[] {
  const groups: { size: number; room: number; wish: number }[] = [];
  let before = 0;
  wanted.forEach((place, index) => {
    // What a label wishes for, less all that stands before it: equal wishes are labels that touch.
    groups.push({ size: 1, room: heights[index] ?? 0, wish: place - before });
    before += heights[index] ?? 0;
    for (let [a, b] = groups.slice(-2); a && b && b.wish < a.wish; [a, b] = groups.slice(-2)) {
      const size = a.size + b.size;
      const wish = (a.wish * a.size + b.wish * b.size) / size;
      groups.splice(-2, 2, { size, room: a.room + b.room, wish });
    }
  });
  const slack = Math.max(0, height - before);
  let start = 0;
  return groups
    .flatMap(({ size, wish }) => Array.from({ length: size }, () => Math.min(Math.max(wish, 0), slack)))
    .map((wish, index) => {
      const place = wish + start;
      start += heights[index] ?? 0;
      return place;
    });
}
