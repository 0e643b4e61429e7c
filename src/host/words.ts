/** Numbers and texts as people read them. */
import * as vscode from 'vscode';
import type { Kind } from '../shared/match.js';
import type { VerdictState } from '../shared/verdict.js';

/** `text` on one line, cut at `length` characters. */
export function oneLine(text: string, length: number): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** `text` in a list that is picked from, where `$(…)` would become an icon. */
export function iconless(text: string): string {
  return text.replaceAll('$(', '$ (');
}

/** e.g. "3.2 MB". */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]!}`;
}

/** A share as whole percent, rounded down, so that 100 means all. */
export function percent(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}

/** e.g. "14:03" today, "23 Nov, 14:03" this year, "23 Nov 2025, 14:03" before. */
export function dateInWords(date: Date, now = new Date()): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const isToday = date.toDateString() === now.toDateString();
  const day = { day: 'numeric', month: 'short' } as const;
  const isThisYear = date.getFullYear() === now.getFullYear();
  const parts = isToday ? time : { ...day, ...(isThisYear ? {} : ({ year: 'numeric' } as const)), ...time };
  return date.toLocaleString(vscode.env.language, parts);
}

/** e.g. "40 s", "3 min", "1 h 20 min": coarse, as an estimate is. */
export function secondsInWords(seconds: number): string {
  if (seconds < 60) return vscode.l10n.t('{0} s', Math.max(1, Math.round(seconds)));
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return vscode.l10n.t('{0} min', minutes);
  return vscode.l10n.t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}

/** The name of a kind of match, for people. */
export function kindInWords(kind: Kind | 'too-little-evidence'): string {
  switch (kind) {
    case 'identical':
      return vscode.l10n.t('Identical');
    case 'normalised':
      return vscode.l10n.t('Normalised');
    case 'near-duplicate':
      return vscode.l10n.t('Near-duplicate');
    case 'partial':
      return vscode.l10n.t('Partial');
    case 'too-little-evidence':
      return vscode.l10n.t('Too little evidence');
  }
}

/** What the reviewer said of a finding, for people; "" while it is open. */
export function verdictInWords(state: VerdictState): string {
  switch (state) {
    case 'open':
      return '';
    case 'confirmed':
      return vscode.l10n.t('confirmed');
    case 'dismissed':
      return vscode.l10n.t('dismissed');
    case 'unsure':
      return vscode.l10n.t('unsure');
  }
}
