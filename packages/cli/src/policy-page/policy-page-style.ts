// What only the page of a policy has: rules, decision tables, the flow picture, the policy's own text.

const series = [1, 2, 3, 4, 5, 6]
  .map(
    (n) =>
      `.flow .edges .s${n}{stroke:var(--series-${n})}.flow .mark.s${n}{fill:var(--series-${n})}`,
  )
  .join("");

export const policyPageStyle = `
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.name{font-weight:500}
.value{font-variant-numeric:tabular-nums;color:var(--accent)}
.action{font-weight:650}
a.rule{font-weight:500;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
.line,a.source{white-space:nowrap;color:var(--muted);font-size:.82rem;text-decoration-style:dotted}
.depth1{padding-inline-start:1.1rem}.depth2{padding-inline-start:2.2rem}.depth3{padding-inline-start:3.3rem}
[class^=depth]{display:block}
[class^=depth]:not(.depth0){color:var(--muted)}
[class^=depth]:not(.depth0)::before{content:"– "}
tr:target,article:target,li:target,tr:has(:target){background:var(--accent-soft)}
tr:has(.depth1,.depth2,.depth3)>td{border-top-style:dotted}
.rules{display:grid;margin:0 0 1.5rem}
article.rule{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:.15rem 1.5rem;padding:.85rem 0;border-top:1px solid var(--line);scroll-margin-top:1rem}
article.rule .where{margin:0;line-height:1.45}
article.rule .id{display:block;font-weight:650;font-family:var(--heading)}
article.rule .places{display:block}
article.rule p{margin:0 0 .4rem}
article.rule .says>:last-child{margin-bottom:0}
.definition{color:var(--muted)}
.definition .name,.definition .value{color:var(--ink)}
.nested{margin:.35rem 0 .6rem;padding-inline-start:1rem;border-inline-start:3px solid var(--accent-soft)}
.nested article.rule{grid-template-columns:minmax(0,1fr);padding:.5rem 0}
.nested article.rule:first-child{border-top:0}
.nested .id,.nested .places{display:inline!important;margin-inline-end:.5rem}
.conditions{margin:.2rem 0 .4rem;padding-inline-start:1.3rem}
.conditions .conditions{margin:.1rem 0}
.therefore::before{content:"→ ";color:var(--accent)}
.decisions th .name,.decisions th{color:var(--ink)}
.decisions .then{border-inline-start:3px double var(--line)}
.decisions td.any{color:var(--muted)}
.decisions td.rest{color:var(--muted);font-style:italic}
.decisions tr.first>*{border-top-color:var(--muted)}
.decisions tr:not(.first)>th[scope=row]{border-top-color:transparent}
.decisions tr.alternative>td{border-top-style:dotted}
.says .scroll{margin:.6rem 0 .3rem}
.under{margin:-.9rem 0 1.25rem}
.says .under{margin:0}
table.of5 td{min-width:7rem}
table.of6 td:nth-child(2){min-width:9rem}
table.of4 td:nth-child(3){min-width:14rem}
.matrix th:not(:first-child),.matrix td:not(:first-child){text-align:center;padding-inline:.35rem;min-width:1.9rem;color:var(--accent)}
.matrix tbody tr:hover>*{background:var(--accent-soft)}
.flow{margin:1rem auto;min-width:640px}
.flow .column{font-size:12px;font-weight:650;letter-spacing:.06em;fill:var(--muted);text-transform:uppercase}
.flow text{font-size:13px}
.flow .detail{font-size:11.5px;fill:var(--muted)}
.flow .box{fill:var(--raised);stroke:var(--line);stroke-width:1.2}
.flow .input .box{fill:var(--sunken)}
.flow .action .box{fill:var(--accent-soft);stroke:var(--accent)}
.flow .action text:not(.detail){font-weight:600}
.flow .soft .box{stroke-dasharray:4 3}
.flow .soft text{fill:var(--muted);font-style:italic}
.flow .edges path{fill:none;stroke-width:1.4;opacity:.72}
.flow .edges .dashed{stroke-dasharray:5 4}
.flow a:hover .box,.flow a:focus-visible .box{stroke:var(--accent);stroke-width:2.2}
${series}
ol.source{list-style:none;counter-reset:line;margin:0;padding:1rem 0;border:1px solid var(--line);border-radius:8px;background:var(--raised);font-size:.86rem;line-height:1.55}
ol.source li{counter-increment:line;display:grid;grid-template-columns:3.6rem minmax(0,1fr);margin:0;padding-inline-end:1rem;scroll-margin-top:30vh}
ol.source li::before{content:counter(line);color:var(--muted);text-align:end;padding-inline-end:1.1rem;font:.85em/1.9 var(--code);user-select:none}
ol.source code{background:none;padding:0;white-space:pre-wrap}
@media (max-width:40rem){
article.rule{grid-template-columns:minmax(0,1fr)}
article.rule .id,article.rule .places{display:inline;margin-inline-end:.5rem}
ol.source li{grid-template-columns:2.6rem minmax(0,1fr)}
}
@media print{
article.rule{break-inside:avoid;grid-template-columns:8.5rem minmax(0,1fr)}
.flow{min-width:0;max-height:230mm;width:auto}
table{font-size:.82rem}
th,td{padding:.35rem .5rem}
table.of5 td,table.of6 td:nth-child(2),table.of4 td:nth-child(3){min-width:0}
#source{break-before:page}
ol.source{font-size:.75rem;border:0;padding:0}
ol.source li{break-inside:avoid}
}
`;
