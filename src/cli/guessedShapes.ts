/** What was taken for the response where no known shape fitted: a wrong guess leaves responses uncompared. */
import type { InputRole, RunInput } from '../shared/run.js';

/** Where the user says which field it is. */
const SETTINGS: Partial<Record<InputRole, string>> = {
  suspect: 'suspect.response',
  original: 'originals.response',
};

/** A line for each guess, with the first file that it was made for and how many there are. */
export function guessedShapes(inputs: readonly RunInput[]): string[] {
  const alike = new Map<string, { readonly first: RunInput; files: number }>();
  for (const input of inputs) {
    if (!input.shape.guessed) continue;
    const said = `${input.role} ${[input.shape.description, ...input.notes].join('; ')}`;
    const known = alike.get(said);
    if (known) known.files++;
    else alike.set(said, { first: input, files: 1 });
  }
  return [...alike.values()].map(({ first, files }) => {
    const { path, role, shape, notes } = first;
    const more = files > 1 ? ` and ${files - 1} more` : '';
    const setting = SETTINGS[role];
    const remedy = setting === undefined ? '' : ` If it is another field, name it with --set ${setting}=….`;
    return printable(`${path}${more} (${role}): ${[shape.description, ...notes].join('; ')}.${remedy}`);
  });
}

/** Names of fields are the dataset's, and a terminal obeys control characters. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
