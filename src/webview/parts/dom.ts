/** Makes elements. Text goes in as text nodes only, so that no dataset can speak HTML. */

export type Attributes = Readonly<Record<string, string>>;
export type Child = Node | string | undefined;

/** An element with attributes and children; strings become text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[K];
export function el(tag: string, attributes?: Attributes, ...children: Child[]): HTMLElement;
export function el(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
  for (const child of children) if (child !== undefined) element.append(child);
  return element;
}

/** A plain button; `attributes` as in `el`. */
export function button(attributes: Attributes, onClick: () => void, ...children: Child[]): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, ...children);
  element.addEventListener('click', onClick);
  return element;
}

/** A key's cap, as in the footer and the help; spoken by the label of what it stands in. */
export function keyCap(key: string): HTMLElement {
  return el('kbd', { 'aria-hidden': 'true' }, key);
}
