"""How the page of a report looks, on light and dark screens and on paper."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ground: #ffffff; --text: #1f2328; --muted: #5c6370;
  --line: #d5d9df; --warn: #7a4b00; --warn-ground: #fff4d6; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1e1f22; --text: #eceef1; --muted: #a8aeb8; --line: #43464d;
    --warn: #ffd98a; --warn-ground: #3a3120; }
}
body { margin: 0; background: var(--ground); color: var(--text); line-height: 1.5;
  font-family: "Noto Sans", "Noto Naskh Arabic", "Segoe UI", "Geeza Pro", system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.7rem; margin-bottom: 0; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; margin-bottom: 0.25rem; }
img { max-width: 100%; height: auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.5rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: 0.25rem 0.6rem; border-bottom: 1px solid var(--line); text-align: start;
  vertical-align: top; }
thead th { color: var(--muted); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; }
.number { text-align: end; }
td.number { white-space: nowrap; }
small { display: block; color: var(--muted); font-size: 0.8em; }
i { display: inline-block; width: 0.7em; height: 0.7em; border-radius: 2px;
  margin-inline-end: 0.5em; }
.about { color: var(--muted); font-size: 0.9rem; max-width: 46rem; }
.warning { color: var(--warn); background: var(--warn-ground); padding: 0.5rem 0.75rem;
  border-radius: 4px; max-width: 46rem; }
@media (max-width: 60rem) { th, td { padding: 0.25rem 0.35rem; } table { font-size: 0.9rem; } }
@media (max-width: 48rem) { table { font-size: 0.8rem; } td.number { white-space: normal; } }
@media print {
  main { max-width: none; padding: 0; }
  figure, tr, .about, .warning { break-inside: avoid; }
  h2, figcaption { break-after: avoid; }
  /* Paper does not scroll: all columns of a table stand on it, with intervals on two lines. */
  .wide { overflow: visible; }
  table { font-size: 0.75rem; }
  th, td { padding: 0.2rem 0.3rem; }
  td.number { white-space: normal; }
}
"""
