import { gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareIn, folderWith, matchesOf, TEXTS } from '../smallCase.js';
import { FILE, HOSTILE, hostileFolder, hostileRun, judge, reportOf } from './reportCase.js';

interface Location {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region?: { startLine?: number; byteOffset?: number; byteLength?: number };
  };
}
interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { driver: { rules: { id: string }[] } };
      readonly artifacts: readonly { location: { uri: string }; hashes: Record<string, string> }[];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { text: string };
        readonly locations: readonly Location[];
        readonly relatedLocations: readonly Location[];
        readonly properties: { verdicts: object[] };
      }[];
    },
  ];
}

describe('the SARIF report', () => {
  it('has a note for every finding, at its record, with its originals', async () => {
    const folder = await hostileFolder();
    const result = await hostileRun(folder);
    await judge(result, ['ada'], { verdict: 'confirmed', note: HOSTILE });
    const log = JSON.parse(await reportOf(result, 'sarif')) as Log;
    const [{ tool, artifacts, results }] = log.runs;
    const rules = tool.driver.rules.map(({ id }) => id);
    expect(log.version).toBe('2.1.0');
    expect(rules).toEqual(['identical', 'normalised', 'near-duplicate', 'partial']);
    expect(results).toHaveLength(3);
    const bytes = await readFile(path.join(folder, FILE));
    for (const { ruleId, ruleIndex, level, locations, message } of results) {
      expect(rules[ruleIndex]).toBe(ruleId);
      expect(level).toBe('note');
      const { artifactLocation, region } = locations[0]!.physicalLocation;
      expect(decodeURIComponent(artifactLocation.uri)).toBe(FILE);
      expect(artifactLocation).toMatchObject({ uriBaseId: 'CASE' });
      expect(artifactLocation.uri).toMatch(/^[A-Za-z0-9%._~!'()*-]+$/);
      const { startLine, byteOffset, byteLength } = region!;
      const line = bytes.subarray(byteOffset, byteOffset! + byteLength!).toString();
      expect(line).toBe(bytes.toString().split('\n')[startLine! - 1]);
      expect(message.text).not.toContain('\u202e');
    }
    const [best] = results;
    expect(best!.relatedLocations.map(({ id }) => id)).toEqual([1, 2]);
    expect(best!.relatedLocations[1]!.physicalLocation.artifactLocation.uri).toBe('originals/b.jsonl');
    expect(best!.properties.verdicts).toMatchObject([{ reviewer: 'ada', note: HOSTILE }]);
    const hashes = result.manifest.inputs.map(({ sha256 }) => sha256);
    expect(artifacts.map((artifact) => artifact.hashes['sha-256'])).toEqual(hashes);
  });

  it('claims no lines and bytes of what is packed', async () => {
    const record = `${JSON.stringify({ prompt: 'bread?', response: TEXTS.bread })}\n`;
    const folder = await folderWith({
      'originals.jsonl': record,
      'suspect.jsonl.gz': gzipSync(record),
    });
    const result = await compareIn(folder, ['suspect.jsonl.gz'], ['originals.jsonl']);
    const [{ results }] = (JSON.parse(await reportOf(result, 'sarif')) as Log).runs;
    const [match] = await matchesOf(result);
    expect(match!.suspect.byteLength).toBeDefined();
    expect(results[0]!.locations[0]!.physicalLocation.region).toBeUndefined();
    expect(results[0]!.relatedLocations[0]!.physicalLocation.region).toMatchObject({ startLine: 1 });
  });

  it('has an empty list of results where nothing was found', async () => {
    const folder = await folderWith({
      'originals.jsonl': [{ prompt: 'tides?', response: TEXTS.tides }],
      'suspect.jsonl': [{ prompt: 'lease?', response: TEXTS.lease }],
    });
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { planted: 0 });
    const log = JSON.parse(await reportOf(result, 'sarif')) as Log;
    expect(log.runs[0].results).toEqual([]);
  });
});
