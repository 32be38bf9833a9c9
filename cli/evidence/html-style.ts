/** Colours have a contrast of 4.5 to 1 and more on white, and say nothing that words do not (WCAG 2.2, 1.4.1 and 1.4.3). */
export const style = `
body { margin: 0 auto; max-width: 75rem; padding: 1rem 1.5rem 4rem; background: #fff; color: #1b1f24; font: 1rem/1.5 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 3rem; border-bottom: 2px solid #1b1f24; }
a { color: #0b4fa8; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid #0b4fa8; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { border: 1px solid #8b949e; padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th[scope=row] { font-weight: 600; min-width: 9rem; }
thead th { background: #eef1f4; }
td { min-width: 3rem; }
code { background: #eef1f4; padding: .1rem .3rem; overflow-wrap: anywhere; }
details { margin: .5rem 0; border-left: 3px solid #8b949e; padding-left: .75rem; }
summary { cursor: pointer; overflow-wrap: anywhere; }
.holds { color: #14632b; font-weight: 600; }
.differs { color: #a40e26; font-weight: 600; }
.unknown { color: #7a4100; font-weight: 600; }
.not-checked { color: #57606a; }
.warning { border: 2px solid #7a4100; padding: .75rem; }
@media print { nav, .skip { display: none; } .wide { overflow: visible; } body { max-width: none; } }
`;
