/** Shows a dialog, which is removed when it closes; the focus returns to where it was. */
export function showDialog(dialog: HTMLDialogElement): void {
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  // A long one begins at its top, though the focus goes to the button at its end.
  dialog.scrollTop = 0;
}
