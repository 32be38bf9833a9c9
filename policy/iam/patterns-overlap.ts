/** Whether some text matches both patterns: sign by sign, a `*` is passed over or takes one more sign of the other pattern. */
export function patternsOverlap(one: string, other: string): boolean {
  let above: boolean[] = [];
  for (let i = 0; i <= one.length; i += 1) {
    const row: boolean[] = [];
    for (let j = 0; j <= other.length; j += 1) {
      const signs = [one[i - 1], other[j - 1]];
      const wild = signs.includes('*') && (row[j - 1] || above[j]);
      const equal = (signs[0] === signs[1] || signs.includes('?')) && above[j - 1];
      row.push(i + j === 0 || Boolean(wild || equal));
    }
    above = row;
  }
  return above[other.length] ?? false;
}
