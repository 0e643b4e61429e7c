import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Answer {
  readonly prompt: string;
  readonly completion: string;
}

const TIDES: Answer = {
  prompt: 'Why are there two tides a day?',
  completion:
    'The Moon pulls harder on the near side of the Earth than on its centre, and harder on the centre than on the far side. ' +
    'Water therefore heaps up twice: once below the Moon, where it is drawn ahead of the solid ground, and once opposite, ' +
    'where the ground is drawn away from it. A harbour turns through both heaps between one moonrise and the next, ' +
    'which takes fifty minutes longer than a day, so that high water arrives a little later every morning.',
};

const BREAD: Answer = {
  prompt: 'What does kneading do to dough?',
  completion:
    'Kneading folds loose coils of gluten over one another until they line up into sheets that stretch without tearing. ' +
    'Those sheets catch the gas that yeast gives off, much as a rubber skin holds air. Stop too soon and the loaf spreads flat; ' +
    'go on for an hour with a machine and the sheets break, the dough turns sticky, and no amount of flour will bring it back.',
};

const LOCKS: Answer = {
  prompt: 'How does a canal lock lift a boat?',
  completion:
    'A lock has no pump. The keeper shuts both pairs of gates around the boat and opens a sluice from the upper reach, ' +
    'whose water runs down by its own weight until the chamber stands level with it. Only then do the upper gates yield, ' +
    'since nobody could push them against a difference of even a hand. Each passage spends one chamber of water downhill, ' +
    'which is why summits need a reservoir.',
};

const OWLS: Answer = {
  prompt: 'Why do owls fly silently?',
  completion:
    'Feathers at the front edge of an owl’s wing carry a comb of stiff hooks that break the rushing air into small streams. ' +
    'A soft fringe at the rear lets them meet again without a slap, and a velvet pile above swallows what is left. ' +
    'The mouse hears nothing, and, as important, the owl still hears the mouse.',
};

const GLASS: Answer = {
  prompt: 'Is window glass a slow liquid?',
  completion:
    'No. Medieval panes are often thicker at one end because the spun discs they were cut from were uneven, and glaziers ' +
    'liked to set the heavy edge down. At room temperature glass would need longer than the age of the universe to sag by an atom.',
};

/** A folder with a suspect of four records, of which the second and the fourth share text with originals. */
export async function writeCase(folder: string): Promise<void> {
  const rewritten = LOCKS.completion
    .replace('has no pump', 'works without any pump')
    .replace('nobody', 'no crew');
  await writeLines(join(folder, 'suspect.jsonl'), [
    OWLS,
    { ...TIDES, prompt: 'Explain the tides.' },
    GLASS,
    { prompt: LOCKS.prompt, completion: rewritten },
  ]);
  await mkdir(join(folder, 'originals'));
  await writeLines(join(folder, 'originals', 'answers.jsonl'), [BREAD, LOCKS, TIDES]);
}

/** A folder whose suspect shares nothing with the originals. */
export async function writeUnrelated(folder: string): Promise<void> {
  await writeLines(join(folder, 'suspect.jsonl'), [OWLS, GLASS]);
  await mkdir(join(folder, 'originals'));
  await writeLines(join(folder, 'originals', 'answers.jsonl'), [BREAD, LOCKS, TIDES]);
}

/** A folder whose suspect is no dataset, whatever its name says. */
export async function writeBroken(folder: string): Promise<void> {
  await writeUnrelated(folder);
  await writeFile(join(folder, 'suspect.jsonl'), 'Minutes of the meeting\nPresent: all\n');
}

function writeLines(file: string, records: readonly Answer[]): Promise<void> {
  return writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
