import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exclude } from '../../../src/engine/explained/exclusions.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { compareIn, folderWith, TEXTS } from '../smallCase.js';
import { HOSTILE, hostileFolder, hostileRun, judge, reportOf } from './reportCase.js';

const caseOf = (folder: string) => path.join(folder, '.distillation-evidence');
/** Every tag of a page, with what stands in it. */
const tags = (page: string) => page.match(/<[^>]*>/g) ?? [];

describe('the HTML report', () => {
  it('is one page that runs and loads nothing, whatever its texts say', async () => {
    const folder = await hostileFolder();
    await exclude({ caseDir: caseOf(folder), text: HOSTILE, because: HOSTILE, reviewer: 'ada' });
    const result = await hostileRun(folder);
    await judge(result, [HOSTILE], { verdict: 'confirmed', note: HOSTILE });
    const page = await reportOf(result, 'html');
    const style = /<style>([^]*?)<\/style>/.exec(page)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    const names = new Set(tags(page).map((tag) => /^<[/!]?([a-z0-9]*)/i.exec(tag)![1]));
    for (const name of ['script', 'img', 'link', 'iframe', 'b<']) expect(names).not.toContain(name);
    for (const tag of tags(page)) expect(tag).not.toMatch(/\s(on\w+|style|src|srcset)=|javascript:|https?:/i);
    expect(page.match(/<style>/g)).toHaveLength(1);
    expect(page).not.toContain('\u202e');
    expect(page).toContain('title="right-to-left override, U+202E">RLO</span>');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/plagiar|theft|guilty/i);
  });

  it('marks what both texts share and where they differ, and says why grey is grey', async () => {
    const asked = 'Copy this line of seven words into it.';
    const folder = await folderWith({
      'originals.jsonl': [{ prompt: asked, response: `${asked} ${TEXTS.bread}` }],
      'suspect.jsonl': [{ prompt: asked, response: `${asked} ${TEXTS.bread.replace('slowly', 'steadily')}` }],
    });
    const page = await reportOf(await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']), 'html');
    expect(page).toMatch(/<del>[^<]*st[^<]*<\/del>/);
    expect(page).toMatch(/<ins>[^<]*l[^<]*<\/ins>/);
    expect(page).toMatch(/<mark>[^<]*wild yeast works at its own pace[^<]*<\/mark>/);
    expect(page).toMatch(
      /<mark class="explained" title="Not counted: it repeats the prompt\.">Copy this line/,
    );
    expect(page).toContain('<bdi>Not counted: it repeats the prompt.</bdi>');
    // The passage's number stands once in either text.
    expect(page.match(/<span class="number" data-number="1"><\/span>/g)).toHaveLength(2);
    expect(page).toContain('<p dir="auto">');
    expect(page).toMatch(/Jaccard <b>0\.\d{3} \(\d+ \/ \d+\)<\/b>/);
  });

  it('has headline, inputs with hashes, verdicts with reviewer and time, and the other originals', async () => {
    const result = await hostileRun(await hostileFolder());
    await judge(result, ['Ada', 'Ben'], {
      verdict: 'dismissed',
      note: 'A quotation.',
      routes: { 'in public text': true },
    });
    const page = await reportOf(result, 'html');
    expect(page).toContain('<p class="headline"><bdi>All 3 responses are findings.</bdi></p>');
    expect(page).toContain('Paraphrase and translation are not tested.');
    expect(page).toContain('nor what a model was trained on.');
    for (const { sha256 } of result.manifest.inputs) expect(page).toContain(sha256);
    expect(page).toMatch(
      /<b>dismissed<\/b> by <bdi>Ada<\/bdi>, <time>20[^<]*Z<\/time>\. innocent routes: in public text set\. “<bdi>A quotation\.<\/bdi>”/,
    );
    expect(page).toContain('<dt>Innocent routes</dt><dd>in public text</dd>');
    expect(page).toContain('<tr><td><bdi>Ben</bdi></td><td>0</td><td>1</td><td>0</td><td>2</td></tr>');
    expect(page).toContain('<summary>1 more original</summary>');
  });

  it('shows no text that was not compared', async () => {
    const folder = await hostileFolder();
    const result = await hostileRun(folder);
    const file = path.join(folder, 'originals/a.jsonl');
    const changed = (await readFile(file, 'utf8')).replace('Sourdough rises', 'Sourdough sinks');
    await writeFile(file, changed);
    const page = await reportOf(result, 'html');
    expect(page).toContain('Stale: record 1 of originals/a.jsonl has changed since the comparison');
    expect(page.match(/Not shown: the record has changed/g)).toHaveLength(1);
    expect(page).not.toContain('Sourdough sinks');
    expect(page).toContain('Sourdough rises');
  });

  it('is a normal page where nothing was found, with what would have been', async () => {
    const folder = await folderWith({
      'originals.jsonl': [{ prompt: 'tides?', response: TEXTS.tides }],
      'suspect.jsonl': [{ prompt: 'lease?', response: TEXTS.lease }],
    });
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    const page = await reportOf(result, 'html');
    expect(page).toContain('No finding among 1 response.');
    expect(page).toContain('That is a normal result.');
    expect(page).toContain('<h2>What would have been found</h2>');
    expect(page).toContain('<td>Copied unchanged</td><td>1 of 1</td>');
    expect(page).not.toContain('<article');
  });

  it('says which rules were off and what reviewers excluded', async () => {
    const folder = await hostileFolder();
    const because = 'A greeting of the house.';
    await exclude({ caseDir: caseOf(folder), text: 'See you at the harbour.', because, reviewer: 'ada' });
    const parameters = { ...DEFAULT_PARAMETERS, rulesOff: ['prompt' as const] };
    const page = await reportOf(await hostileRun(folder, { parameters }), 'html');
    expect(page).toContain('Text shared with prompts is counted: the rule was switched off.');
    expect(page).toContain(
      '“<bdi>See you at the harbour.</bdi>” because: <bdi>A greeting of the house.</bdi>',
    );
  });
});
