import { indexPage } from '../../../cli/evidence/html';
import { style } from '../../../cli/evidence/html-style';
import type { BundleView } from '../../../cli/evidence/view';

const view: BundleView = {
  landingZone: 'acme-ai',
  at: '2026-11-28T08:00:00.000Z',
  period: null,
  offline: false,
  tool: 'ai-governance-landing-zone 1.0.0',
  regions: ['eu-central-1'],
  accounts: [
    { account: 'models', id: null, organizationalUnit: null, origin: 'vended', regions: [], checks: 1, unknown: 0 },
  ],
  sections: [{ title: 'Findings', summary: 'none', files: [], missing: ['<script>alert(1)</script> & "more"'] }],
  controls: [
    {
      control: 'made',
      promise: 'It <holds>',
      severity: 'low',
      mode: 'on',
      reason: undefined,
      where: 'every account',
      result: 'holds',
      checks: [],
      proofs: [],
    },
  ],
  exceptions: [{ kind: 'service', what: 'macie', reason: 'others have it' }],
};

describe('the page of a bundle', () => {
  const page = indexPage(view, false);

  it('needs nothing that is not in it: no script, no font, no picture, no address elsewhere', () => {
    expect(page).not.toMatch(/<script|<img|<link|@import|url\(|https?:/);
  });

  it('shows what AWS and people wrote as text, whatever it is', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(page).toContain('It &lt;holds&gt;');
  });

  it('says what could not be read before anything else', () => {
    const headings = [...page.matchAll(/<h[23][^>]*>([^<]*)/g)].map(([, heading]) => heading);
    expect(headings.slice(0, 2)).toEqual(['Scope, and what could not be read', 'What could not be read']);
  });

  it('has one heading of the first level, none that is left out, and a name for each table and its heads', () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
    expect(count(/<table>/g)).toBeGreaterThan(4);
    expect(count(/<caption>/g)).toBe(count(/<table>/g));
    expect(page).not.toMatch(/<th>/);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<main id="content">');
  });

  it('has no text in a colour that is hard to read', () => {
    const colours = [...style.matchAll(/(?<![-\w])color: (#[0-9a-f]{6})/g)].map(([, colour = '']) => colour);
    expect(colours.length).toBeGreaterThan(4);
    for (const colour of colours) expect(contrast(colour, '#eef1f4')).toBeGreaterThanOrEqual(4.5);
  });

  it('says how a signature is checked where there is one', () => {
    expect(page).toContain('This bundle is not signed');
    expect(indexPage(view, true)).toContain('openssl pkeyutl -verify');
  });
});

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
