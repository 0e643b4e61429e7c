/** The toolkit's one file: its elements, made in our own words, so that a successor is a one-file change. */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { el } from './parts/dom.js';

/** Registers the elements used here; called once, before any of them is made. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeProgressRing(),
    vsCodeTextField(),
  );
}

/** A push button with a text label. */
export function pushButton(label: string, onClick: () => void): HTMLElement {
  const button = el('vscode-button', { appearance: 'secondary' }, label);
  button.addEventListener('click', onClick);
  return button;
}

/** A one-line text field; `value` reads and writes it, `focus` goes into it. */
export interface Field {
  readonly element: HTMLElement;
  value: string;
  focus(): void;
  /** Selects the whole text. */
  select(): void;
}

/** A text field named `label` (also its placeholder), which reports every change. */
export function textField(label: string, onInput: (value: string) => void): Field {
  // The element takes its name from its text alone; the style sheet hides that.
  const field = el('vscode-text-field', { placeholder: label }, label) as HTMLElement & { value: string };
  field.addEventListener('input', () => onInput(field.value));
  return {
    element: field,
    get value() {
      return field.value;
    },
    set value(value: string) {
      field.value = value;
    },
    focus: () => field.focus(),
    select: () => field.shadowRoot?.querySelector('input')?.select(),
  };
}

/** A drop-down; writing its `value` chooses without a report. */
export type Choice = HTMLElement & { value: string };

/** A drop-down named `label` over `options` (value and text). */
export function select<V extends string>(
  label: string,
  options: readonly (readonly [value: V, text: string])[],
  chosen: V,
  onChange: (value: V) => void,
): Choice {
  const dropdown = el('vscode-dropdown', { 'aria-label': label }) as Choice;
  for (const [value, text] of options) {
    dropdown.append(el('vscode-option', { value, ...(value === chosen && { selected: '' }) }, text));
  }
  dropdown.addEventListener('change', () => {
    const option = options.find(([value]) => value === dropdown.value);
    if (option) onChange(option[0]);
  });
  return dropdown;
}

/** A ring that says that something is on its way. */
export function progressRing(label: string): HTMLElement {
  return el('vscode-progress-ring', { 'aria-label': label });
}
