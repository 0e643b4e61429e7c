/** Tells whether keys act on findings: only then do VS Code's keybindings of the verdicts. */

/** Calls `report` at once and with every change: true while a part with keys of its own has the focus of this window. */
export function reportFocus(report: (keys: boolean) => void): void {
  let last: boolean | undefined;
  const look = () => {
    const keys = document.hasFocus() && Boolean(document.activeElement?.closest('[data-keys]'));
    if (keys !== last) report(keys);
    last = keys;
  };
  // A blur comes before the next element has the focus.
  const later = () => setTimeout(look, 0);
  for (const type of ['focusin', 'focusout']) document.addEventListener(type, later);
  for (const type of ['focus', 'blur']) window.addEventListener(type, later);
  look();
}
