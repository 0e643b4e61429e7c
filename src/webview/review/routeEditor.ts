/** A small editor for the innocent routes of the selected findings: Enter saves, Escape leaves. */
import type { FindingId } from '../../shared/findingQuery.js';
import { ROUTES, type Route, type RouteMarks } from '../../shared/route.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { InlineEditor } from './inlineEditor.js';

/** What each route says, for the reviewer who has to judge it. */
const WORDS: Readonly<Record<Route, string>> = {
  'in public text': t('the original also stands in public text'),
  'several originals': t('originals to other prompts hold the same text'),
  'third source': t('both sides quote a third source'),
  'suspect earlier': t('the suspect is older than the original'),
};

export interface EditedRoutes {
  readonly findings: readonly FindingId[];
  readonly title: string;
  /** Those that stand; undefined for many findings, of which each has its own. */
  readonly standing: readonly Route[] | undefined;
  /** Those that the data shows. */
  readonly shown: readonly Route[];
}

export class RouteEditor extends InlineEditor<RouteMarks> {
  /** Opens; resolves with the routes that were set or cleared, or undefined if it was left. */
  async edit({ findings, title, standing, shown }: EditedRoutes): Promise<RouteMarks | undefined> {
    const boxes = ROUTES.map((route) => {
      const box = el('input', { type: 'checkbox', 'data-route': route });
      box.checked = standing?.includes(route) ?? false;
      box.indeterminate = standing === undefined;
      const says = shown.includes(route) ? t('{0} (the data shows it)', WORDS[route]) : WORDS[route];
      return { route, box, label: el('label', { class: 'route' }, box, says) };
    });
    const save = () =>
      this.close(
        Object.fromEntries(
          boxes
            .filter(({ route, box }) => !box.indeterminate && box.checked !== standing?.includes(route))
            .map(({ route, box }) => [route, box.checked]),
        ),
      );
    const form = el(
      'fieldset',
      { class: 'routes' },
      el('legend', { class: 'note-title' }, title),
      ...boxes.map(({ label }) => label),
    );
    return this.open({
      about: findings.join(),
      first: boxes[0]!.box,
      fields: [form],
      hint: t('Space sets or clears, Enter saves, Esc leaves'),
      button: t('Save'),
      save,
      savesOn: ({ target }) => target instanceof HTMLInputElement,
    });
  }
}
