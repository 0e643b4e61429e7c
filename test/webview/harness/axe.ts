import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

let source: Promise<string> | undefined;

/** Serious and critical violations of a page, each with the elements that have it. */
export async function violations(page: Page): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(await source);
  return page.evaluate(async () => {
    interface Found {
      impact: string;
      id: string;
      nodes: { target: unknown[]; failureSummary: string }[];
    }
    const { violations: all } = await (
      window as unknown as { axe: { run(): Promise<{ violations: Found[] }> } }
    ).axe.run();
    return all
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
      );
  });
}
