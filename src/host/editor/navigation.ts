/** Definition (suspect → originals), references (original → suspects) and hover on records of the current run. */
import * as vscode from 'vscode';
import type { MatchSide } from '../../shared/match.js';
import { openPlace } from '../jump/openPlace.js';
import type { RecordDocuments } from '../jump/recordDocuments.js';
import type { Services } from '../services.js';
import { findingsAt, originalSides, suspectSides, type Placed } from './atCursor.js';
import type { FileFindings } from './fileFindings.js';
import { hoverText } from './hoverText.js';

/** Places that one answer opens documents for. */
const MOST = 50;

export class Navigation implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.HoverProvider {
  constructor(
    private readonly services: Services,
    private readonly findings: FileFindings,
    private readonly documents: RecordDocuments,
  ) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location[]> {
    const found = await this.suspectsAt(document, position);
    return this.#locations(found.flatMap(({ finding }) => finding.originals));
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location[]> {
    const found = await this.originalsAt(document, position);
    return this.#locations(found.map(({ finding }) => finding.suspect));
  }

  /** Of the response at the position; elsewhere in the record of its best finding. */
  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const found = (await this.suspectsAt(document, position)).filter(({ finding }) => finding.reported);
    const inText = found.find(({ place }) => place.response.contains(position));
    const placed = inText ?? found[0];
    if (!placed) return undefined;
    const { id, run } = placed.finding;
    const { engine } = this.services;
    const shared = await engine
      .opened(run)
      .then((opened) => engine.call('sharedRun', { run: opened, finding: id, index: 0 }))
      .catch(() => undefined);
    return new vscode.Hover(
      hoverText(placed.finding, shared),
      inText ? placed.place.response : placed.place.record,
    );
  }

  /** Findings whose suspect record holds the position, best first. */
  async suspectsAt(document: vscode.TextDocument, position: vscode.Position): Promise<Placed[]> {
    const findings = await this.findings.of('suspect', document.uri.fsPath);
    return findingsAt(document, position, suspectSides(findings));
  }

  /** Findings one of whose originals' records holds the position, best first. */
  async originalsAt(document: vscode.TextDocument, position: vscode.Position): Promise<Placed[]> {
    const path = document.uri.fsPath;
    return findingsAt(document, position, originalSides(await this.findings.of('original', path), path));
  }

  async #locations(sides: readonly MatchSide[]): Promise<vscode.Location[]> {
    const locations: vscode.Location[] = [];
    for (const side of sides.slice(0, MOST)) {
      // A file that is gone has no location; the others still have theirs.
      const place = await openPlace(this.documents, side).catch(() => undefined);
      if (place) locations.push(new vscode.Location(place.document.uri, place.range));
    }
    return locations;
  }
}
