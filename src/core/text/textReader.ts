/** Reads the lines of a text that need no pass of the normalisation, in WebAssembly. */
import { Kernel } from '../kernel/kernel.js';
import { plainTable } from './plain.js';
import { TokenList } from './tokenList.js';
import type { Vocabulary } from './vocabulary.js';

/** Units of a text that are in the kernel's memory at once: all, but of few texts. */
const HELD = 1 << 18;
/** Units that the kernel reads at once, at most. */
const TOGETHER = 16;

/** The words of the kernel's `Text` that are others for each text. */
const LENGTH = 1;
const BASE = 2;
const TABLE = 3;
const FOLD = 4;

/** Reads one text after the other, in a memory that is not given back: {@link textReader} is one for all of a thread. */
export class TextReader {
  private readonly kernel = new Kernel();
  /** The tokens so far of the text that is read. */
  readonly list = new TokenList(this.kernel, HELD);
  private readonly codes: Uint16Array;
  private readonly letters: Uint16Array;
  private readonly bytes: Buffer;
  private readonly text: Uint32Array;
  /** Where the kernel has the table of plain characters, by whether case is folded. */
  private readonly tables = new Map<boolean, number>();
  private source = '';
  /** What is held of it. */
  private heldFrom = 0;
  private heldTo = 0;

  constructor() {
    const { memory } = this.kernel;
    const units = HELD + TOGETHER;
    this.codes = memory.grownPrints('codes', units, 0);
    this.bytes = Buffer.from(memory.memory.buffer, this.codes.byteOffset, 2 * HELD);
    // Hashes are made of what stands behind the text, too.
    this.letters = memory.grownPrints('letters', 2 * units, 0);
    const bits = (name: string, count: number) => memory.grownWords(name, Math.ceil(count / 32) + 1, 0);
    const columns = [
      ...[this.letters, bits('in word', units), bits('alone', units), bits('beyond ASCII', units / 2)],
      memory.grownWords('hashes', 2 * units, 0),
    ];
    const addresses = columns.map(({ byteOffset }) => byteOffset);
    this.text = memory.words('text', FOLD + 1 + addresses.length);
    this.text.set([this.codes.byteOffset, 0, 0, 0, 0, ...addresses]);
  }

  /** Starts a text. Its lines are then read in order; whoever reads one otherwise adds its tokens to the list. */
  open(source: string, fold: boolean): void {
    this.source = source;
    this.text[TABLE] = this.tableOf(fold);
    this.text[FOLD] = fold ? 0x20 : 0;
    this.list.clear();
    this.hold(0);
  }

  /**
   * Adds the words of a line of prose in the text's [from, to), and the characters that are words by themselves. False,
   * and nothing added, if a character is not plain, a word has letters of two scripts, or the line cannot be cut into
   * pieces that are held.
   */
  readProse(from: number, to: number, vocabulary: Vocabulary | undefined): boolean {
    return this.read(from, to, false, vocabulary);
  }

  /** Adds the names, numbers and signs of a line of code in the same way. False at the first sign beyond ASCII. */
  readCode(from: number, to: number, vocabulary: Vocabulary | undefined): boolean {
    this.list.plain = false;
    return this.read(from, to, true, vocabulary);
  }

  private read(from: number, to: number, isCode: boolean, vocabulary: Vocabulary | undefined): boolean {
    const { list } = this;
    const before = list.count;
    for (let at = from; at < to;) {
      const end = this.pieceEnd(at, to);
      if (end <= at || !this.readPiece(at, end, isCode, vocabulary)) {
        list.count = before;
        return false;
      }
      at = end;
    }
    return true;
  }

  /** Where what is read at once of [from, to) ends: what is held has all of it. No more than `from` if no word ends there. */
  private pieceEnd(from: number, to: number): number {
    if (to > this.heldTo) this.hold(from);
    return to <= this.heldTo ? to : this.source.lastIndexOf(' ', this.heldTo - 1);
  }

  private readPiece(from: number, to: number, isCode: boolean, vocabulary: Vocabulary | undefined): boolean {
    const { list, heldFrom } = this;
    const { count } = list;
    const { run } = this.kernel;
    list.reserve(to - from);
    const [text, tokens] = [this.text.byteOffset, list.address];
    const start = from - heldFrom;
    const end = to - heldFrom;
    const now = isCode
      ? run.readCode(text, tokens, start, end, count)
      : run.readProse(text, tokens, start, end, count);
    if (now < 0) return false;
    list.count = now;
    if (vocabulary) list.number(count, isCode ? this.codes : this.letters, heldFrom, vocabulary);
    return true;
  }

  private hold(from: number): void {
    const { source, text } = this;
    this.heldFrom = from;
    this.heldTo = Math.min(from + HELD, source.length);
    // A string that is asked for one unit after the other looks each time how it is kept.
    this.bytes.write(source.slice(from, this.heldTo), 'utf16le');
    text[LENGTH] = this.heldTo - from;
    text[BASE] = from;
    this.kernel.run.readText(text.byteOffset);
  }

  private tableOf(fold: boolean): number {
    const known = this.tables.get(fold);
    if (known !== undefined) return known;
    const table = plainTable(fold);
    const column = this.kernel.memory.grownWords(fold ? 'folded' : 'as they are', table.length, 0);
    column.set(table);
    this.tables.set(fold, column.byteOffset);
    return column.byteOffset;
  }
}

let reader: TextReader | undefined;

/** The reader of this thread, whoever reads: its list is another text's as soon as one is opened. */
export function textReader(): TextReader {
  return (reader ??= new TextReader());
}
