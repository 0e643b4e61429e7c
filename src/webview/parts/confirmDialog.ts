/** A question before something large. */
import { pushButton } from '../toolkit.js';
import { el } from './dom.js';
import { t } from './l10n.js';

/** Asks; resolves with true if `yes` was chosen. The focus returns to where it was. */
export function confirmDialog(title: string, text: string, yes: string): Promise<boolean> {
  return new Promise((resolve) => {
    const accept = pushButton(yes, () => dialog.close('yes'));
    const dialog = el(
      'dialog',
      { class: 'dialog', 'aria-labelledby': 'question-title' },
      el('h2', { id: 'question-title' }, title),
      el('p', {}, text),
      el(
        'div',
        { class: 'dialog-buttons' },
        pushButton(t('Cancel'), () => dialog.close()),
        accept,
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
    accept.focus();
  });
}
