/** The text that is selected with the mouse inside one response; "" if none is. */
export function selectedText(pair: HTMLElement): string {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const within = (common instanceof Element ? common : common.parentElement)?.closest('.text');
  if (!within || !pair.contains(within)) return '';
  const chosen = range.cloneContents();
  // Numbers of passages and folds stand among the words and are none.
  chosen.querySelectorAll('button').forEach((button) => button.remove());
  const paragraphs = [...chosen.querySelectorAll('p')];
  const lines = paragraphs.length === 0 ? [chosen] : paragraphs;
  return lines
    .map((line) => line.textContent)
    .join('\n')
    .trim();
}
