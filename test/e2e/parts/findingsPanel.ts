import type { Frame } from 'playwright-core';
import { compareFindings } from './manyFindings.js';
import type { Session } from './session.js';

/** The panel of findings, with what its tests read of it; the readers can be handed on by themselves. */
export class FindingsPanel {
  private constructor(readonly frame: Frame) {}

  /** Compares the session's suspect with its originals, and waits for the list. */
  static async compared(session: Session): Promise<FindingsPanel> {
    await compareFindings(session.workbench);
    return FindingsPanel.opened(session);
  }

  /** Waits for the list of a panel that opens by itself. */
  static async opened({ workbench }: Session): Promise<FindingsPanel> {
    return new FindingsPanel(await workbench.frame('.list [role=option]'));
  }

  /** What stands above the list, e.g. "14 findings". */
  readonly status = () => this.frame.locator('.list-status').innerText();

  /** e.g. "3 of 14 judged". */
  readonly progress = () => this.frame.locator('.review-progress').innerText();
}
