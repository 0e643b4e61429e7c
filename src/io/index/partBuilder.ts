/** Gathers responses into the columns of a part. */
import { deflateRawSync } from 'node:zlib';
import type { Fingerprinter } from '../../core/index/fingerprint.js';
import { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import { hashText, promptHash } from '../../core/score/hashing.js';
import type { Response } from '../../shared/dataset.js';
import { Growing } from './growing.js';
import type { PartColumns } from './part.js';

/** Responses of a copy that are compressed together: reading one back unpacks so many characters. */
const COPY_BLOCK = 1 << 16;

export class PartBuilder {
  tokens = 0;
  private readonly record = new Growing((size) => new Uint32Array(size));
  private readonly line = new Growing((size) => new Uint32Array(size));
  private readonly offset = new Growing((size) => new Float64Array(size));
  private readonly bytes = new Growing((size) => new Uint32Array(size));
  private readonly ordinal = new Growing((size) => new Uint16Array(size));
  private readonly text = new Growing((size) => new Uint32Array(size));
  private readonly start = new Growing((size) => new Uint32Array(size));
  private readonly prints = new Growing((size) => new Uint16Array(size));
  private readonly textKey = new Growing((size) => new Float64Array(size));
  private readonly tokenKey = new Growing((size) => new Float64Array(size));
  private readonly promptHash = new Growing((size) => new Float64Array(size));
  private readonly promptKey = new Growing((size) => new Float64Array(size));
  private readonly copy = new Growing((size) => new Uint8Array(size));
  private readonly copyStart = new Growing((size) => new Float64Array(size));
  private readonly copyRow = new Growing((size) => new Uint32Array(size));
  private readonly texts = new KeyedNumbers();
  private waiting: string[] = [];
  private waitingLength = 0;
  private lastRecord = -1;
  private lastOrdinal = 0;

  constructor(
    private readonly fingerprinter: Fingerprinter,
    private readonly options: { readonly prompts: boolean; readonly copies: boolean },
  ) {
    this.start.push(0);
  }

  get rows(): number {
    return this.record.length;
  }

  get textCount(): number {
    return this.textKey.length;
  }

  /** Adds a response whose record and line count from the part's start. */
  add(response: Response): void {
    const { record, line = 0, byteOffset = 0, byteLength = 0 } = response.address;
    this.lastOrdinal = record === this.lastRecord ? this.lastOrdinal + 1 : 0;
    this.lastRecord = record;
    this.record.push(record);
    this.line.push(line);
    this.offset.push(byteOffset);
    this.bytes.push(byteLength);
    this.ordinal.push(this.lastOrdinal);
    this.text.push(this.textOf(response.text));
    this.promptHash.push(promptHash(response.prompt));
    if (this.options.prompts) this.promptKey.push(this.fingerprinter.of(response.prompt).key);
    if (this.options.copies) this.copyOf(response);
  }

  columns(): PartColumns {
    if (this.waiting.length > 0) this.packCopies();
    this.copyStart.push(this.copy.length);
    return {
      record: this.record.taken(),
      line: this.line.taken(),
      offset: this.offset.taken(),
      bytes: this.bytes.taken(),
      ordinal: this.ordinal.taken(),
      text: this.text.taken(),
      start: this.start.taken(),
      prints: this.prints.taken(),
      textKey: this.textKey.taken(),
      tokenKey: this.tokenKey.taken(),
      promptHash: this.promptHash.taken(),
      promptKey: this.promptKey.taken(),
      copy: this.copy.taken(),
      copyStart: this.copyStart.taken(),
      copyRow: this.copyRow.taken(),
    };
  }

  /** The number of the text; equal texts (by a 53-bit hash, checked again before a match is made) have one. */
  private textOf(text: string): number {
    const key = hashText(text);
    const [known] = this.texts.of(key);
    if (known !== undefined) return known;
    const { prints, key: tokenKey } = this.fingerprinter.of(text);
    this.textKey.push(key);
    this.tokenKey.push(tokenKey);
    this.prints.append(prints);
    this.tokens += prints.length;
    this.start.push(this.prints.length);
    return this.texts.add(key);
  }

  private copyOf({ address, part, prompt, text, meta }: Response): void {
    if (this.waiting.length === 0) this.copyRow.push(this.rows - 1);
    const { pointer, range } = address;
    const line = JSON.stringify({ pointer, range, part, prompt, text, meta });
    this.waiting.push(line);
    this.waitingLength += line.length;
    if (this.waitingLength >= COPY_BLOCK) this.packCopies();
  }

  private packCopies(): void {
    this.copyStart.push(this.copy.length);
    this.copy.append(deflateRawSync(this.waiting.join('\n'), { level: 3 }));
    this.waiting = [];
    this.waitingLength = 0;
  }
}
