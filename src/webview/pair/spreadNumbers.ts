/** Numbers that would lie on each other in the margin step into the text. */
export function spreadNumbers(column: HTMLElement): void {
  let bottom = -Infinity;
  const numbers = [...column.querySelectorAll<HTMLElement>('.passage-number')];
  const tops = numbers.map((number) => number.offsetTop);
  numbers.forEach((number, i) => {
    if (tops[i]! < bottom) number.classList.add('within');
    else bottom = tops[i]! + number.offsetHeight;
  });
}
