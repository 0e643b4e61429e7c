/** The commands that show findings and jump: to what they name, else to what stands at the cursor. */
import * as vscode from 'vscode';
import { Failure } from '../../shared/failure.js';
import type { Match } from '../../shared/match.js';
import type { Navigation } from '../editor/navigation.js';
import type { Jumps } from '../jump/jumps.js';
import type { Panels } from '../panel/panels.js';
import type { RememberedRun } from '../run/currentRun.js';
import type { Services } from '../services.js';
import { placeArgument } from './placeArgument.js';

type Pair = Pick<Match, 'suspect' | 'original'>;

export class FindingCommands {
  constructor(
    private readonly services: Services,
    private readonly panels: Panels,
    private readonly jumps: Jumps,
    private readonly navigation: Navigation,
  ) {}

  async showFindings(argument: unknown): Promise<void> {
    await this.panels.show(this.#run().dir, placeArgument(argument));
  }

  async jumpToOriginal(argument: unknown): Promise<void> {
    await this.jumps.to((await this.#pair(argument)).original);
  }

  async jumpToSuspect(argument: unknown): Promise<void> {
    await this.jumps.to((await this.#pair(argument)).suspect);
  }

  async openDiff(argument: unknown): Promise<void> {
    await this.jumps.diff(await this.#pair(argument));
  }

  #run(): RememberedRun {
    const run = this.services.run.get();
    if (run) return run;
    throw new Failure(
      'usage',
      vscode.l10n.t('There are no findings yet. Run “Compare Dataset with Originals…” first.'),
    );
  }

  async #pair(argument: unknown): Promise<Pair> {
    const { dir } = this.#run();
    const named = placeArgument(argument);
    if (named) {
      const run = await this.services.engine.opened(dir);
      return (await this.services.engine.call('pair', { ...named, run })).match;
    }
    const editor = vscode.window.activeTextEditor;
    const pair = editor && (await this.#pairAt(editor));
    if (pair) return pair;
    throw new Failure(
      'usage',
      vscode.l10n.t('No finding stands at the cursor. Put it into a record above which a match is shown.'),
    );
  }

  async #pairAt({ document, selection }: vscode.TextEditor): Promise<Pair | undefined> {
    const [suspect] = await this.navigation.suspectsAt(document, selection.active);
    const best = suspect?.finding.originals[0];
    if (suspect && best) return { suspect: suspect.finding.suspect, original: best };
    const [original] = await this.navigation.originalsAt(document, selection.active);
    return original && { suspect: original.finding.suspect, original: original.side };
  }
}
