/** Shows a comparison when VS Code starts, if the environment asks for it: for demonstrations and screenshots. */
import * as vscode from 'vscode';
import { compareArgument } from './inputs/arguments.js';
import { COMMANDS, DEMO_VARIABLE } from './ids.js';

/** Opens the suspect that the environment names, compares it and shows the panel; does nothing without the variable. */
export async function runDemo(environment: NodeJS.ProcessEnv): Promise<void> {
  const wish = environment[DEMO_VARIABLE];
  if (!wish) return;
  const { suspect, originals, controls } = compareArgument(JSON.parse(wish));
  if (suspect === undefined || originals === undefined) {
    throw new Error(
      `${DEMO_VARIABLE} is {"suspect":"<path>","originals":["<path>"],"controls":["<path>"]}, the controls as you like.`,
    );
  }
  // A dataset that no editor can show (Parquet, compressed, large) is compared all the same.
  await Promise.resolve(vscode.window.showTextDocument(vscode.Uri.file(suspect))).catch(() => undefined);
  await vscode.commands.executeCommand(COMMANDS.compare, { suspect, originals, controls, skipPreview: true });
}
