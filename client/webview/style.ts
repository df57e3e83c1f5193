/** The page around the picture. Colours are the editor's. */
export const STYLE = `
html,body{height:100%;margin:0;padding:0}
body{display:flex;flex-direction:column;font-family:var(--vscode-font-family);font-size:var(--vscode-font-size);color:var(--vscode-foreground);background:var(--vscode-editor-background)}
.bar{display:flex;flex-wrap:wrap;gap:6px;align-items:center;padding:6px 10px;border-bottom:1px solid var(--vscode-panel-border,transparent)}
.bar button,.bar select,.bar input{font:inherit;height:26px;box-sizing:border-box;border-radius:3px;border:1px solid var(--vscode-input-border,var(--vscode-contrastBorder,transparent))}
.bar button{color:var(--vscode-button-secondaryForeground);background:var(--vscode-button-secondaryBackground);padding:0 7px;cursor:pointer}
.bar button:hover{background:var(--vscode-button-secondaryHoverBackground)}
.bar button[aria-selected=true],.bar button[aria-pressed=true]{color:var(--vscode-button-foreground);background:var(--vscode-button-background);text-decoration:underline}
.bar select{color:var(--vscode-dropdown-foreground);background:var(--vscode-dropdown-background);max-width:160px}
.bar input{flex:1 1 140px;min-width:120px;padding:0 7px;color:var(--vscode-input-foreground);background:var(--vscode-input-background)}
.bar input::placeholder{color:var(--vscode-input-placeholderForeground)}
.unseen{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bar[hidden]{display:none}
.tabs{display:flex;flex-wrap:wrap;gap:2px}
.tabs .apart{margin-left:10px}
:focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:1px}
.ground{flex:1;overflow:auto;position:relative;background:var(--vscode-editor-background);cursor:grab}
.ground.dragging{cursor:grabbing;user-select:none}
.ground svg{display:block}
.verdict{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:2px 20px;min-height:20px;max-height:24vh;overflow:auto;padding:5px 12px;border-top:1px solid var(--vscode-panel-border,transparent);white-space:pre-line;line-height:1.45}
.verdict .second{color:var(--vscode-descriptionForeground)}
.tip{position:fixed;z-index:9;max-width:440px;padding:6px 9px;white-space:pre-line;pointer-events:none;border-radius:4px;color:var(--vscode-editorHoverWidget-foreground);background:var(--vscode-editorHoverWidget-background);border:1px solid var(--vscode-editorHoverWidget-border,#888)}
.tip .second{opacity:.75;margin-top:4px}
.tip[hidden]{display:none}
.note{padding:24px;color:var(--vscode-descriptionForeground)}
table{border-collapse:collapse;margin:10px;cursor:auto}
th,td{text-align:left;padding:4px 10px;border-bottom:1px solid var(--vscode-panel-border,#8884);vertical-align:top}
th button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:2px 0;cursor:pointer}
tbody tr{cursor:pointer}
tbody tr:hover,tbody tr.at-cursor{background:var(--vscode-list-hoverBackground)}
.item{cursor:pointer;outline:none}
.item:focus-visible>.card,.item:focus-visible>.frame,.item:focus-visible>.chip,.item:focus-visible>.pill,.item:focus-visible>.row-back,.item:focus-visible>.line-back,.item:focus-visible>.cell{stroke:var(--vscode-focusBorder);stroke-width:3;stroke-dasharray:none}
.item.row:focus-visible>text{text-decoration:underline}
.edge:focus-visible>.wire,.edge:hover>.wire{stroke-width:3.5}
.at-cursor>.card,.at-cursor>.frame,.at-cursor>.chip{stroke:var(--vscode-focusBorder);stroke-width:2.5}
.line.at-cursor>.line-back,.row.at-cursor>.row-back{fill:var(--vscode-focusBorder);fill-opacity:.25}
.edge.at-cursor>.wire{stroke-width:3.5}
.chosen .wires>.edge:not(.related){opacity:.18}
svg .reached>.line-back,svg .reached>.card{fill:var(--vscode-charts-blue);fill-opacity:.28}
svg .reaching>.line-back,svg .reaching>.card{fill:var(--vscode-charts-green);fill-opacity:.28}
svg .reached.reaching>.line-back,svg .reached.reaching>.card{fill:var(--vscode-charts-purple);fill-opacity:.3}
.dim{opacity:.25}
.far .row,.far .mark,.far .caption,.far .badge-text,.far .edge text,.far .hit{display:none}
.far .wire{stroke-width:2.5}
@media (prefers-reduced-motion:no-preference){.edge .wire,.card{transition:stroke-width .12s,opacity .12s}}
`.replace(/\n/g, "");
