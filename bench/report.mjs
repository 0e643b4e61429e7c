// @ts-check
// The results as Markdown.
import { EDITS } from './data/edits.mjs';
import { figure, megabytes, share, table } from './figures.mjs';
import { LENGTHS } from './recall.mjs';

/** @typedef {import('./measure.mjs').Measured} Measured */

/**
 * The table of one data set: ours first, then the peers with their ratios to us.
 * @param {Measured} measured
 */
export function sizeTable({ size, data, floor, ours, peers, recall }) {
  const { originals, suspects } = data.records;
  const mine = { index: originals / ours.indexSeconds, compare: suspects / ours.compareSeconds };
  const rows = [
    [
      '**ours**',
      figure(mine.index),
      figure(data.bytes.originals / 1e6 / ours.indexSeconds),
      figure(mine.compare),
      '1',
      '1',
      megabytes(ours.peak),
      ours.diskBytes === undefined ? 'in memory' : figure(ours.diskBytes / originals),
      recall ? share(recall.reported) : '–',
    ],
    ...peers.map((peer) => peerRow(peer, data, mine)),
  ];
  const head = [
    `${size}: ${figure(originals)} originals, ${figure(suspects)} suspects`,
    'indexed, records/s',
    'indexed, MB/s',
    'compared, suspects/s',
    'we index × as fast',
    'we compare × as fast',
    'peak memory, MB',
    'on disk, bytes a record',
    'recall',
  ];
  const parse = (floor.parse * ours.indexSeconds) / (data.bytes.originals / 1e6);
  return [
    table(head, rows),
    '',
    `Floor: reading the originals alone ${figure(floor.read)} MB/s, reading and parsing them ${figure(floor.parse)} MB/s; ` +
      `our indexing takes ${figure(parse)} × the parsing. Originals: ${megabytes(data.bytes.originals)} MB of JSONL` +
      (ours.diskBytes === undefined
        ? '.'
        : `, index ${megabytes(ours.diskBytes)} MB (${figure(ours.diskBytes / data.bytes.originals)} ×).`) +
      ` Our peak memory: indexing ${megabytes(ours.indexPeak)} MB, comparing ${megabytes(ours.comparePeak)} MB.`,
  ].join('\n');
}

/**
 * @param {import('./comparePeers.mjs').PeerRow} peer
 * @param {import('./generate.mjs').Data} data
 * @param {{ index: number, compare: number }} mine
 */
function peerRow({ name, skipped, result }, data, mine) {
  if (!result) return [name, skipped ?? '–', '', '', '', '', '', '', ''];
  const { indexSeconds, compareSeconds, compared, hits = 0, asked = 0, details } = result;
  const index = indexSeconds === undefined ? NaN : data.records.originals / indexSeconds;
  const compare = compareSeconds === undefined ? NaN : (compared ?? 0) / compareSeconds;
  const load = details?.['loadSeconds'];
  return [
    name +
      (load === undefined
        ? ''
        : ` (load ${figure(load)} s, join ${figure(details?.['joinSeconds'] ?? NaN)} s)`),
    indexSeconds === undefined ? (result.failure ?? '–') : figure(index),
    figure(data.bytes.originals / 1e6 / (indexSeconds ?? NaN)),
    figure(compare) +
      (compared !== undefined && compared < data.records.suspects ? ` (of ${figure(compared)})` : ''),
    figure(mine.index / index),
    figure(mine.compare / compare),
    megabytes(result.peak),
    result.diskBytes === undefined ? 'in memory' : figure(result.diskBytes / data.records.originals),
    share({ pairs: asked, found: hits }),
  ];
}

/**
 * What was missed, by edit and length.
 * @param {Measured} measured
 */
export function recallTable({ size, data, oracle, recall }) {
  if (!oracle || !recall) return '';
  const rows = [
    ['all', String(recall.reported.pairs), share(recall.reported)],
    ['equal texts, reported or not', String(recall.equal.pairs), share(recall.equal)],
    ...ordered(recall.byEdit, recall.byLength).map(([name, one]) => [name, String(one.pairs), share(one)]),
  ];
  const suspects = Math.ceil(data.records.suspects / oracle.every);
  return [
    table([`${size}: pairs that the exhaustive comparison reports`, 'pairs', 'found'], rows),
    '',
    `${figure(suspects)} suspects × ${figure(data.records.originals)} originals compared exhaustively` +
      (oracle.every > 1 ? `, of the other suspects the pairs of the generator` : '') +
      ` (${figure(oracle.scored)} pairs scored, the others provably below the threshold; ${figure(oracle.seconds)} s). ` +
      `Stored scores that differ from the oracle's: ${recall.wrongScores}. Reported, but not by the oracle: ${recall.extra}. ` +
      `Left out of the promise, since all shingles they share are hot: ${oracle.hotOnly}. Beyond the cap: ${recall.beyondCap}.`,
  ].join('\n');
}

/**
 * Shares by edit and by length, each in its usual order.
 * @param {Record<string, import('./recall.mjs').Share>} byEdit
 * @param {Record<string, import('./recall.mjs').Share>} byLength
 */
function ordered(byEdit, byLength) {
  const edits = [...Object.keys(EDITS), 'chance'];
  const place = (/** @type {string} */ name) => edits.indexOf(name);
  return [
    ...Object.entries(byEdit).sort(([a], [b]) => place(a) - place(b)),
    ...Object.entries(byLength).sort(([a], [b]) => LENGTHS.indexOf(a) - LENGTHS.indexOf(b)),
  ];
}

/** @param {readonly import('./extras.mjs').Ratio[]} ratios */
export function ratioTable(ratios) {
  return table(
    ['index and compare', 'without, s', 'with, s', 'ratio', 'goal'],
    ratios.map((one) => [
      one.name,
      figure(one.plain),
      figure(one.with),
      figure(one.with / one.plain),
      one.goal,
    ]),
  );
}

/** @param {import('./cancel.mjs').Cancels} cancels */
export function cancelTable({ moments, median, most, left }) {
  return table(
    ['cancelled at so many moments of a run', 'median, ms', 'most, ms', 'goal', 'unfinished runs left'],
    [[String(moments), figure(median), figure(most), '≤ 200', String(left)]],
  );
}

/**
 * Seconds per million records as the originals grow.
 * @param {readonly Measured[]} all
 */
export function growthTable(all) {
  return table(
    [
      'growth',
      'index, µs a record',
      'compare, µs a suspect',
      'compare, µs a suspect and 1,000 originals',
      'peak memory, MB',
    ],
    all.map(({ size, data, ours }) => [
      size,
      figure((1e6 * ours.indexSeconds) / data.records.originals),
      figure((1e6 * ours.compareSeconds) / data.records.suspects),
      figure((1e9 * ours.compareSeconds) / (data.records.suspects * data.records.originals)),
      megabytes(ours.peak),
    ]),
  );
}

/** @param {{ workers: readonly import('./extras.mjs').Same[], orders: readonly import('./extras.mjs').Same[] }} found */
export function determinismTable({ workers, orders }) {
  const verdict = (/** @type {readonly import('./extras.mjs').Same[]} */ group) =>
    new Set(group.map((one) => one.sha256)).size === 1 ? 'same bytes' : 'DIFFERENT';
  return table(
    ['matches.jsonl', 'sha256', 'verdict'],
    [workers, orders].flatMap((group) =>
      group.map((one) => [one.name, one.sha256.slice(0, 16), verdict(group)]),
    ),
  );
}
