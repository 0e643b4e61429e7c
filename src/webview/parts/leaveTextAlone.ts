/**
 * Keeps the text of the page as it is where Ctrl+A selects rows: VS Code learns a moment after the focus that it does,
 * and until then selects all text of the page.
 */
export function leaveTextAlone(): void {
  let isPressed = false;
  document.addEventListener('pointerdown', () => (isPressed = true), { capture: true });
  for (const type of ['pointerup', 'pointercancel'])
    document.addEventListener(type, () => (isPressed = false), { capture: true });
  document.addEventListener('selectstart', (event) => {
    // A mouse may select the text of a row.
    if (!isPressed && document.activeElement?.matches('[data-keys=list], [data-keys=grid]') === true)
      event.preventDefault();
  });
}
