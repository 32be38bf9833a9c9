import PDFDocument from 'pdfkit';
import { sha256Of } from '../../schema/text/digest';
import type { BundleFile } from './bundle';
import { type BundleView, disclaimer, missingOf, resultsOf, waysToCheck } from './view';

/** More would not fit on the page; the others are in `scope.json`. */
const mostMissing = 12;

/** What is printed of all other files: whoever has the cover on paper can tell whether a bundle is the one that it belongs to. */
export const digestOfFiles = (files: readonly BundleFile[]): string =>
  sha256Of(files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));

/** One page of paper: of what and when, what could not be read, how the controls came out, and what the bundle is checked by. */
export function coverPage(view: BundleView, digest: string): Promise<Uint8Array> {
  const date = new Date(view.at);
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 40, left: 56, right: 56 },
    lang: 'en',
    tagged: true,
    displayTitle: true,
    // The clock of the machine would make each copy another file.
    info: {
      Title: `Evidence of ${view.landingZone}`,
      CreationDate: date,
      ModDate: date,
      Creator: view.tool,
      Producer: 'PDFKit',
    },
  });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const page = new Page(document);
  page.heading('H1', 22, `Evidence of ${view.landingZone}`);
  page.text(
    `As of ${view.at.slice(0, 16).replace('T', ' ')} UTC. ${
      view.period ? `Trails from ${view.period.since} to ${view.period.until}.` : 'No trail was asked.'
    } ${view.offline ? 'Made offline: AWS was not read.' : ''}`,
  );
  page.text(`${view.accounts.length} accounts, governed regions: ${view.regions.join(', ')}. Made by ${view.tool}.`);
  missing(page, view);
  page.heading('H2', 13, 'Controls');
  page.text(
    resultsOf(view.controls)
      .map(([result, count]) => `${count} ${result}`)
      .join(', '),
  );
  page.text(`${view.exceptions.length} exceptions, each with its reason: exceptions.json.`);
  page.heading('H2', 13, 'Parts');
  for (const { title, summary } of view.sections) page.item(`${title}: ${summary}`);
  page.heading('H2', 13, 'Check');
  page.text('SHA-256 over the list of all other files:');
  page.code(digest);
  page.code(waysToCheck.cover);
  page.code(waysToCheck.hashes);
  page.text(disclaimer);
  document.end();
  return whole;
}

function missing(page: Page, { sections }: BundleView): void {
  const all = missingOf(sections);
  page.heading('H2', 13, 'What could not be read');
  if (all.length === 0) page.text('Everything that was asked for was read.');
  for (const { part, what } of all.slice(0, mostMissing)) page.item(`${part}: ${shortened(what)}`);
  if (all.length > mostMissing) page.text(`And ${all.length - mostMissing} more: scope.json.`);
}

const shortened = (text: string): string => (text.length > 110 ? `${text.slice(0, 107)}...` : text);

/** Draws what a reader of the screen hears in the same order: headings, paragraphs and items are marked as such. */
class Page {
  constructor(private readonly document: PDFKit.PDFDocument) {}

  heading(level: 'H1' | 'H2', size: number, text: string): void {
    this.marked(level, () => this.document.moveDown(0.5).font('Helvetica-Bold').fontSize(size).text(printable(text)));
  }

  text(text: string): void {
    this.marked('P', () => this.document.font('Helvetica').fontSize(9.5).text(printable(text), { lineGap: 1 }));
  }

  item(text: string): void {
    this.marked('P', () =>
      this.document
        .font('Helvetica')
        .fontSize(8.5)
        .text(printable(`- ${text}`), { indent: 6, indentAllLines: true }),
    );
  }

  code(text: string): void {
    this.marked('Code', () => this.document.font('Courier').fontSize(8).text(printable(text), { lineGap: 1 }));
  }

  private marked(type: string, draw: () => unknown): void {
    const element = this.document.struct(type, {}, () => void draw());
    this.document.addStructure(element);
    element.end();
  }
}

/** The fonts that every reader of PDF has know Latin letters only. */
const printable = (text: string): string => text.replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/g, '?');
