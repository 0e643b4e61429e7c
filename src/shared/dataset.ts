/** Nouns of a dataset: where a text stands, what it answers, how its file is laid out. */

/** Half-open range of UTF-16 code units in a source string. */
export type Span = readonly [start: number, end: number];

/** Which part of a reply a response is; parts are matched apart and never joined. */
export type ResponsePart = 'answer' | 'reasoning' | 'tool-call';

/** A record's other short fields (request id, account, model, time), as found. */
export type Meta = Readonly<Record<string, string | number | boolean>>;

/** Where one record stands. Byte positions are those in the uncompressed file. */
export interface RecordAddress {
  /** Absolute in memory; relative to the case folder's parent in files. `/` separated in files. */
  readonly path: string;
  /** 0-based. */
  readonly record: number;
  /** 1-based, text formats only. */
  readonly line?: number;
  readonly byteOffset?: number;
  readonly byteLength?: number;
}

/** Where one response stands inside its record. */
export interface ResponseAddress extends RecordAddress {
  /** JSON Pointer (RFC 6901) to the string that holds the response; "" for a text file. */
  readonly pointer: string;
  /** Where the string holds more than the response: the response's code units in it. */
  readonly range?: Span;
}

/** One text that a model is said to have written: the unit of matching. */
export interface Response {
  readonly address: ResponseAddress;
  readonly part: ResponsePart;
  /** All turns before it, system text included, separated by blank lines; "" if there are none. */
  readonly prompt: string;
  readonly text: string;
  readonly meta: Meta;
}

/** Something that was not read, and why. */
export interface Skipped {
  readonly path: string;
  readonly record?: number;
  readonly line?: number;
  readonly reason: string;
}

export type Format = 'jsonl' | 'json' | 'csv' | 'tsv' | 'parquet' | 'text';
export type Compression = 'none' | 'gzip' | 'zstd';

/** The names under which shapes are shown and stored. */
export type ShapeName =
  | 'alpaca' // {instruction, input?, output|response}
  | 'prompt-completion' // {prompt, completion|response|…}
  | 'messages' // {messages:[{role, content}]}
  | 'sharegpt' // {conversations:[{from, value}]}
  | 'preference' // {chosen, rejected} (DPO)
  | 'labelled' // {completion, label} (KTO)
  | 'model-outputs' // alpaca_eval {instruction, output, generator}
  | 'choices' // arena-hard, MT-bench {choices:[{turns:[…]}]}
  | 'question-text' // vicuna {question_id, text}
  | 'oasst' // message trees, flat or nested
  | 'transcript' // "\n\nHuman: … \n\nAssistant: …" in one string
  | 'template' // {text} with an inlined template
  | 'api-response' // raw API response objects
  | 'text-file' // one text file per answer
  | 'columns' // CSV/Parquet columns that name prompt and response otherwise
  | 'custom' // the user said which fields
  | 'guess'; // nothing fits: the longest string field

/** How a file's records are laid out, as found or as told. */
export interface Shape {
  readonly name: ShapeName;
  /** One line for people, e.g. "alpaca: /instruction + /input → /output". */
  readonly description: string;
  /** True when nothing fitted and the longest string field was taken. */
  readonly guessed: boolean;
}

/** The user's own word on where prompt and response are: JSON Pointers or column names. */
export interface ShapeOverride {
  readonly prompt?: string;
  readonly response: string;
}

/** What is known of one dataset file once it was read to its end. */
export interface DatasetSummary {
  readonly path: string;
  readonly format: Format;
  readonly compression: Compression;
  readonly bytes: number;
  /** Of the file's bytes as they lie on disk. */
  readonly sha256: string;
  readonly shape: Shape;
  readonly records: number;
  readonly responses: number;
  readonly skipped: number;
  /** What the reader had to do to read it, in words: "3 records had bytes that are not UTF-8". */
  readonly notes: readonly string[];
}
