"""How the web page looks: the palette of ``templates/word/house.docx``, by day, by night and on paper."""

STYLE = """
:root{color-scheme:light dark;--page:#fff;--text:#22282d;--ink:#17324d;--muted:#59646e;--hair:#d3ccbf;
--tint:#f5f0e7;--gap:#ffefa3;--on-gap:#22282d;--link:#0b5a8c;--went:#a3241b;--came:#1d6b3c}
@media (prefers-color-scheme:dark){:root{--page:#14191e;--text:#dfe4e8;--ink:#b5d3ee;--muted:#a3aeb8;--hair:#3b444c;
--tint:#1f272e;--gap:#5c4b00;--on-gap:#fff3bf;--link:#8cc4f0;--went:#ff9d8f;--came:#8fd3a8}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);
font:1.0625rem/1.55 Calibri,Carlito,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
header,main{max-width:44rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;justify-content:space-between;gap:1.5rem;padding-top:1.5rem;color:var(--muted);font-size:.9rem}
header strong{color:var(--ink)}
main{padding-bottom:4rem}
h1,h2,h3{color:var(--ink);line-height:1.15;text-wrap:balance;break-after:avoid}
h1{font-size:clamp(2rem,6vw,2.75rem);letter-spacing:-.01em;margin:2rem 0 1.25rem;padding-bottom:.9rem;
border-bottom:2px solid var(--ink)}
h2{font-size:1.5rem;margin:2.25rem 0 .5rem}
h3{font-size:1.175rem;margin:1.6rem 0 .35rem}
p{margin:.5rem 0}
.lead{font-size:1.25rem;line-height:1.45;color:var(--ink);margin:0 0 1.25rem}
.small{font-size:.875rem;color:var(--muted);margin-top:1.25rem}
ul,ol{margin:.5rem 0;padding-left:1.5rem}
li{margin:.35rem 0;padding-left:.25rem}
li::marker{color:var(--ink)}
ol>li::marker{font-weight:700}
dl{margin:1rem 0;border-bottom:1px solid var(--hair)}
dl>div{display:grid;grid-template-columns:28% 1fr;gap:1rem;padding:.5rem 0;border-top:1px solid var(--hair)}
dt{font-weight:700;color:var(--muted)}
dd{margin:0}
table{width:100%;margin:1rem 0;border-collapse:collapse;text-align:start}
th,td{padding:.5rem .6rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--hair)}
thead th{background:var(--tint);color:var(--ink);border-top:1.5px solid var(--ink);border-bottom-color:var(--ink);
vertical-align:bottom}
a{color:var(--link);text-underline-offset:.15em}
del{color:var(--went)}ins{color:var(--came)}
mark.gap{background:var(--gap);color:var(--on-gap);padding:.05em .2em;border-radius:.15em}
hr{border:0;border-top:1px solid var(--hair);margin:2.5rem 0}
h1,h2,h3,p,li,dt,dd,th,td{unicode-bidi:plaintext}
@media (max-width:34rem){dl>div{grid-template-columns:1fr;gap:.1rem}th,td{padding:.45rem .35rem}}
@media print{@page{size:A4;margin:2.4cm}
:root{color-scheme:light;--page:#fff;--text:#22282d;--ink:#17324d;--muted:#59646e;--hair:#d3ccbf;--tint:#f5f0e7;--gap:#ffefa3;--on-gap:#22282d;--link:#0b5a8c;--went:#a3241b;--came:#1d6b3c}
body{font-size:12pt;line-height:1.2}header,main{max-width:none;padding-left:0;padding-right:0}
main{padding-bottom:0}hr+*{margin-top:0}dl>div,th,td{padding-top:.35rem;padding-bottom:.35rem}
thead{display:table-header-group}tr,dl>div{break-inside:avoid}hr{border:0;margin:0;break-after:page}
thead th,mark.gap{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""
