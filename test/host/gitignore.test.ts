import * as assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { offerGitignore } from '../../src/host/case/gitignore.js';
import { MEMORY } from '../../src/host/ids.js';
import { CASE_FOLDER } from '../../src/io/case/paths.js';
import { extension, listen, type Heard } from './support/extension.js';

describe('The offer to git-ignore results', () => {
  let heard: Heard;
  let restore: () => void;
  let repository: string;
  let folder: string;
  let remembered: unknown;

  before(async () => {
    ({ heard, restore } = await listen());
    const { services } = await extension();
    remembered = services.context.workspaceState.get(MEMORY.gitignoreOffered);
  });
  after(async () => {
    restore();
    const { services } = await extension();
    await services.context.workspaceState.update(MEMORY.gitignoreOffered, remembered);
  });

  beforeEach(async () => {
    heard.said.length = 0;
    heard.answer = undefined;
    const { services } = await extension();
    await services.context.workspaceState.update(MEMORY.gitignoreOffered, undefined);
    repository = await mkdtemp(path.join(tmpdir(), 'distillation-evidence-ignore-'));
    folder = path.join(repository, 'data');
    await mkdir(path.join(repository, '.git', 'info'), { recursive: true });
    await mkdir(folder);
  });
  afterEach(() => rm(repository, { recursive: true, force: true }));

  const offer = async (originals: readonly string[] = []) => {
    const { services } = await extension();
    await offerGitignore(services, path.join(folder, CASE_FOLDER), originals);
  };
  const ignored = () => readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => undefined);

  it('writes nothing unless it is taken, and is made once', async () => {
    await offer();
    await offer();
    assert.equal(heard.said.length, 1);
    assert.match(heard.said[0]!, /^warn: This folder is a git repository\..*Keep it out of git\?$/);
    assert.equal(await ignored(), undefined);
  });

  it('adds a line for all results below what the file has', async () => {
    await writeFile(path.join(folder, '.gitignore'), 'node_modules');
    heard.answer = 'Ignore All Results';
    await offer();
    assert.equal(await ignored(), `node_modules\n${CASE_FOLDER}/\n`);
  });

  it('can leave verdicts shared', async () => {
    heard.answer = 'Ignore Runs, Share Verdicts';
    await offer();
    assert.equal(await ignored(), `${CASE_FOLDER}/runs/\n`);
  });

  it('is made again where the line could not be written', async () => {
    await mkdir(path.join(folder, '.gitignore'));
    heard.answer = 'Ignore All Results';
    await assert.rejects(offer(), /\.gitignore cannot be written: .* Add the line .* yourself\.$/);
    await rm(path.join(folder, '.gitignore'), { recursive: true });
    await offer();
    assert.equal(await ignored(), `${CASE_FOLDER}/\n`);
  });

  it('warns of originals in the repository, and only of those', async () => {
    const warning = /Your originals lie in this repository as well/;
    await offer([path.join(`${repository}-elsewhere`, 'answers.jsonl')]);
    assert.doesNotMatch(heard.said[0]!, warning);
    const { services } = await extension();
    await services.context.workspaceState.update(MEMORY.gitignoreOffered, undefined);
    await offer([path.join(repository, 'answers.jsonl')]);
    assert.match(heard.said[1]!, warning);
  });

  for (const [file, line] of [
    ['.gitignore', `${CASE_FOLDER}/`],
    ['.gitignore', `data/${CASE_FOLDER}/runs/*`],
    ['data/.gitignore', `/${CASE_FOLDER}`],
    ['.git/info/exclude', `**/${CASE_FOLDER}/`],
  ] as const) {
    it(`is not made where ${file} has ${line}`, async () => {
      await writeFile(path.join(repository, file), `# ours\r\n${line}\r\n`);
      await offer();
      assert.deepEqual(heard.said, []);
    });
  }

  it('is made where another folder is ignored, and not outside a repository', async () => {
    await writeFile(path.join(repository, '.gitignore'), `${CASE_FOLDER}-old/\n`);
    await offer();
    assert.equal(heard.said.length, 1);
    const { services } = await extension();
    await services.context.workspaceState.update(MEMORY.gitignoreOffered, undefined);
    await rm(path.join(repository, '.git'), { recursive: true });
    await offer();
    assert.equal(heard.said.length, 1);
  });
});
