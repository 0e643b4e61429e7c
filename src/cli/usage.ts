export const USAGE = `Usage:
  distillation-evidence compare <suspect>… --originals <file|dir>… [--controls <file|dir>…]
      [--family <name>=<file>,<file>…]… [--templates <file|dir>…] [--public <file|dir>…]
      [--kind dataset|outputs] [--out <case dir>] [--index-dir <dir>] [--workers <n>] [--memory <MB>]
      [--planted <n>] [--set <setting>=<value>]… [--quiet] [--json]
  distillation-evidence index <file|dir>… [--index-dir <dir>] [--set <setting>=<value>]… [--json]
  distillation-evidence index --list | --clear [--index-dir <dir>] [--json]
  distillation-evidence inspect <file>… [--set suspect.response=<pointer or column>] [--json]
  distillation-evidence report <case dir> [--run <id>] --format html|csv|jsonl|sarif --out <file> [--most <n>]
  distillation-evidence bundle <case dir> [--run <id>] --out <dir|file.zip>
  distillation-evidence verify <bundle> [--memory <MB>]
  distillation-evidence --version | --help

compare   which responses of the suspects share text with the originals beyond a minimum of evidence;
          controls are independent answers: they say how many findings chance alone gives;
          what a response shares with --templates, edited or not, is explained and counts nothing;
          what --public texts hold as well still counts, and is said to have an innocent route;
          --planted copies and edits so many originals and says how many of the copies would be found
          (without it: 300 if nothing was found; 0: never);
          --workers are threads, 16 at most and without it as many as there are processors;
          --memory is in megabytes, 512 without it: more let more of the suspects be compared in one pass;
          writes the run into <case dir> (default: .distillation-evidence beside the suspect)
index     makes the index of the originals ahead of a comparison, lists what is indexed, or clears it;
          it lies in the user's cache folder unless --index-dir says otherwise
report    a run (the latest unless --run names another) for people without the tool, best findings first;
          --most takes the first so many (default: 1000 in HTML, all in the other formats)
bundle    a run (the latest unless --run names another) with every file it was made of, hashed
verify    hashes a bundle, makes its comparison again and compares the results byte by byte
inspect   the shape found, fields, records, responses, skipped records, lengths

Exit codes: 0 done (found or not), 1 bad usage, 2 an input could not be read at all or a result not be written,
            3 a bundle that differs, 130 cancelled.`;
