/** One tooltip for the whole page: shown on hover and on focus, closed with Escape, read as a description. */
import { el } from './dom.js';

const GAP = 6;
const EDGE = 8;

/** Shows texts beside elements. Install once; then `describe` elements. */
export class Tooltip {
  readonly #box = el('div', { id: 'tooltip', role: 'tooltip', class: 'tooltip', hidden: '' });
  readonly #texts = new WeakMap<Element, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.body.append(this.#box);
    document.addEventListener('pointerover', (event) => this.#over(event.target, 350));
    document.addEventListener('focusin', (event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible'))
        this.#over(event.target, 0);
    });
    document.addEventListener('focusout', () => this.hide());
    document.addEventListener('scroll', () => this.hide(), { capture: true, passive: true });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && !this.#box.hidden) this.hide();
      },
      true,
    );
  }

  /** Gives `element` a text, shown by it and said after its name. */
  describe(element: Element, text: string): void {
    this.#texts.set(element, text);
    element.setAttribute('aria-description', text);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#box.hidden = true;
  }

  #over(target: EventTarget | null, delay: number): void {
    clearTimeout(this.#timer);
    const owner = target instanceof Element ? this.#ownerOf(target) : undefined;
    if (!owner) {
      if (!(target instanceof Node && this.#box.contains(target))) this.hide();
      return;
    }
    this.#timer = setTimeout(() => this.#show(owner), delay);
  }

  #ownerOf(target: Element): Element | undefined {
    for (let at: Element | null = target; at; at = at.parentElement) if (this.#texts.has(at)) return at;
    return undefined;
  }

  #show(owner: Element): void {
    if (!owner.isConnected) return;
    this.#box.textContent = this.#texts.get(owner) ?? '';
    this.#box.hidden = false;
    const at = owner.getBoundingClientRect();
    const { width, height } = this.#box.getBoundingClientRect();
    const left = Math.max(EDGE, Math.min(at.left, window.innerWidth - width - EDGE));
    const below = at.bottom + GAP;
    const top = below + height > window.innerHeight - EDGE ? Math.max(EDGE, at.top - GAP - height) : below;
    this.#box.style.left = `${left}px`;
    this.#box.style.top = `${top}px`;
  }
}
