/** How the report looks: ink on paper, as in the app; it prints on A4. */
export const reportStyle = `
:root { --ink: #17191e; --quiet: #565b66; --rule: #dcdcd6; --pen: #26408f; --warm: #875300; }
* { box-sizing: border-box; margin: 0; }
body { max-width: 50rem; margin: 0 auto; padding: 2rem; color: var(--ink); background: #fff;
  font: 400 0.9375rem/1.5 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1, .brand, dd { font-family: Literata, Georgia, serif; }
.brand { display: inline-block; border-bottom: 2px solid var(--pen); font-weight: 600; }
h1 { margin-top: 1rem; font-size: 1.75rem; font-weight: 500; line-height: 1.2; }
.date { margin-top: 0.25rem; color: var(--quiet); }
section { margin-top: 1.75rem; }
h2 { padding-bottom: 0.25rem; border-bottom: 1px solid var(--rule); font-size: 1rem; font-weight: 600; }
h3 { margin-top: 0.75rem; color: var(--quiet); font-size: 0.8125rem; font-weight: 600; }
p { margin-top: 0.5rem; max-width: 42rem; }
.key, footer { color: var(--quiet); font-size: 0.8125rem; }
.topics { columns: 2; column-gap: 2rem; }
.topic { break-inside: avoid; padding-top: 0.625rem; }
.topic h3 { margin-top: 0; }
.default { display: grid; grid-template-columns: 1fr auto 2.5em 4em; gap: 0 0.5em;
  align-items: baseline; padding: 0.1875rem 0; font-size: 0.8125rem; }
.dated .default { grid-template-columns: 1fr auto 2.5em 3.5em 4em; }
.default h3 { grid-column: span 2; }
.head, .later, .met, .standing { color: var(--quiet); }
.standing { order: -1; text-align: right; white-space: nowrap; font-size: 0.75rem; }
.name { order: -2; }
.figure, .later, .met { text-align: right; white-space: nowrap; }
.track { grid-column: 1 / -1; height: 3px; background: #eeeeea; }
.track span { display: block; height: 100%; background: var(--pen); print-color-adjust: exact; }
.fading .track span { background: var(--warm); }
.track { print-color-adjust: exact; }
table { width: 100%; margin-top: 0.75rem; border-collapse: collapse; font-size: 0.8125rem; }
th, td { padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid var(--rule); text-align: left;
  vertical-align: baseline; font-weight: 400; }
thead th { color: var(--quiet); }
tr { break-inside: avoid; }
.not-ready { columns: 3; column-gap: 2rem; margin-top: 0.25rem; }
.not-ready .default { grid-template-columns: 1fr auto; break-inside: avoid; border-bottom: 1px solid var(--rule); }
dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem; margin-top: 0.75rem; }
dt { color: var(--quiet); font-size: 0.8125rem; }
dd { font-size: 1.375rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); }
@page { size: A4; margin: 16mm; }
@media print { body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
  h1 { font-size: 19pt; } h2 { font-size: 11pt; } .default, table, dt, .key, footer, h3 { font-size: 8pt; }
  .standing { font-size: 7.5pt; } .default { padding: 0.09375rem 0; } .track { height: 2px; }
  section { margin-top: 1.25rem; } section, footer { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;
