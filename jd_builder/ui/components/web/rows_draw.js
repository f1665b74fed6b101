// What the list looks like. Everything is made of elements and text, never of markup (elements.js).

const ICONS = {
  up: "M8 13V3M3.5 7.5 8 3l4.5 4.5",
  down: "M8 3v10M3.5 8.5 8 13l4.5-4.5",
  edit: "M3 13l.6-2.6 7.2-7.2a1.2 1.2 0 0 1 1.7 0l.3.3a1.2 1.2 0 0 1 0 1.7l-7.2 7.2z",
  remove: "M4 4l8 8M12 4l-8 8",
  open: "M3.5 6 8 10.5 12.5 6",
  close: "M3.5 10 8 5.5 12.5 10",
  star: "M8 1.9l1.9 3.9 4.2.6-3 3 .7 4.2L8 11.6l-3.8 2 .7-4.2-3-3 4.2-.6z",
};

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

function iconButton(act, label, row, more = {}) {
  return el("button", { type: "button", class: "icon", "data-act": act, title: label, "aria-label": `${label}: ${short(row.text)}`, ...more }, icon(act));
}

function countLine(count, before) {
  const name = count.document === before?.document ? "" : count.document;
  return el("p", { class: "count " + count.verdict }, el("span", { class: "name" }, name), el("span", {}, count.said));
}

function sectionNode(section) {
  return el("section", { "aria-label": section.label },
    el("h2", {}), el("p", { class: "hint" }), el("p", { class: "none" }), el("ol", {}));
}

function rowNode(row, data, wrong, unsent) {
  const pressed = { "aria-pressed": String(row.starred) };
  const star = row.starred === null ? null : iconButton("star", data.star, row, pressed);
  return el("li", { "data-id": row.id, class: star ? "row starry" : "row" },
    star,
    el("div", { class: "body" },
      el("p", { class: "text" }, row.text),
      ...Object.entries(row.elsewhere).map(([id, text]) => el("p", { class: "meta" }, el("b", {}, `${nameOf(data, id)}: `), text)),
      row.why && row.need === "essential" ? el("p", { class: "meta" }, el("b", {}, "Why essential: "), row.why) : null,
      wrong ? el("p", { class: "wrong", role: "alert" }, wrong) : null,
      unsent ? el("p", { class: "meta" }, el("b", {}, "Not saved yet; Edit goes on with it: "), unsent) : null,
      ...(row.findings ?? []).map((finding) => findingNode(finding, data)),
      el("div", { class: "foot" }, tags(row), row.stages ? stages(row, data) : null, actions(row)),
    ));
}

function nameOf(data, id) {
  return (data.documents.find(([known]) => known === id) ?? [id, id])[1];
}

function tags(row) {
  const tag = el("span", { class: "tag", title: row.source || null }, row.edited ? `${row.tag}, ${row.edited.toLowerCase()}` : row.tag);
  const rest = [row.heading, row.where].filter(Boolean).join(" · ");
  return el("p", { class: "meta" }, tag, rest ? el("span", {}, rest) : null);
}

function stages(row, data) {
  const letters = data.stages.map(([letter, name]) =>
    el("button", { type: "button", class: "letter", "data-act": "stage", "data-stage": letter, title: name, "aria-label": name, "aria-pressed": String(row.stages.includes(letter)) }, letter));
  const other = row.need === "essential" ? "desirable" : "essential";
  return el("div", { class: "marks" },
    el("span", { role: "group", class: "letters", "aria-label": `Assessed at: ${short(row.text)}` }, ...letters),
    el("button", { type: "button", class: "plain", "data-act": "need", "data-need": other, "aria-label": `Make ${other}: ${short(row.text)}` }, `Make ${other}`),
    row.need === "essential" && !row.why ? el("button", { type: "button", class: "plain", "data-act": "edit", "data-field": "why", "aria-label": `Why essential? ${short(row.text)}` }, "Why essential?") : null);
}

function actions(row) {
  return el("div", { class: "actions" },
    iconButton("up", "Move up", row), iconButton("down", "Move down", row),
    iconButton("edit", "Edit", row), iconButton("remove", "Remove", row));
}

// What to add more from

function foldNode(fold, typed, data) {
  const button = el("button", { type: "button", class: "fold", "data-act": "open", "data-fold": fold.id, "aria-expanded": String(fold.open) },
    el("span", {}, fold.title), icon(fold.open ? "close" : "open"));
  const panels = { add: addPanel, left: leftPanel, write: writePanel };
  const unsent = fold.id === "write" && !fold.open && typed.text.trim();
  return el("div", { class: "folded" }, el("h2", {}, button), unsent ? el("p", { class: "meta unsent" }, el("b", {}, "Not saved yet: "), unsent) : null, fold.open ? panels[fold.id](fold, typed, data) : null);
}

function addPanel(fold, typed, data) {
  const list = el("div", { class: "groups" });
  const found = el("span", { class: "hint", role: "status" });
  const fill = () => {
    const words = typed.search.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = (row) => words.every((word) => `${row.text} ${row.tag} ${row.skill}`.toLowerCase().includes(word));
    const groups = fold.groups.map((group) => ({ ...group, rows: group.rows.filter(matches) })).filter((group) => group.rows.length);
    const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
    found.textContent = words.length ? (total ? `${total} found` : "Nothing found. Try fewer words.") : "";
    list.replaceChildren(...groups.map((group) => groupNode(group, typed, words.length > 0)));
  };
  const search = el("input", { type: "search", value: typed.search, placeholder: "Search the list", "aria-label": "Search the list", "data-act": "search" });
  search.oninput = () => { typed.search = search.value; fill(); };
  fill();
  return el("div", { class: "panel" }, el("div", { class: "bar" }, search, found), list);
}

function groupNode(group, typed, all) {
  const rows = el("ul", {}, ...group.rows.map((row) => choiceNode(row, "Add")));
  const node = el("details", { name: all ? null : "group", open: all || typed.group === group.title },
    el("summary", {}, group.title, el("span", { class: "hint" }, ` ${group.rows.length}`)), rows);
  node.ontoggle = () => { if (!all && node.open) typed.group = group.title; };
  return node;
}

function choiceNode(row, label, ...more) {
  return el("li", { "data-id": row.id, class: "choice" },
    el("div", { class: "body" }, el("p", { class: "text" }, row.text), el("p", { class: "meta" }, el("span", { class: "tag", title: row.source || null }, row.tag), row.skill), ...more),
    el("button", { type: "button", class: "plain", "data-act": "add", "aria-label": `${label}: ${short(row.text)}` }, label));
}

function leftPanel(fold) {
  const items = fold.items.map(({ row, by, note }) => choiceNode(row, "Add anyway",
    ...by.map((said) => el("p", { class: "meta" }, el("b", {}, said.chosen ? "Said by: " : "Said by, not chosen: "), said.text)),
    note ? el("p", { class: "meta" }, note) : null));
  return el("div", { class: "panel" }, el("ul", {}, ...items));
}

function writePanel(fold, typed, data) {
  const area = el("textarea", { name: "text", rows: 2, value: typed.text, placeholder: fold.example, "data-act": "typing" });
  const unsent = el("span", { class: "meta", role: "status" });
  area.oninput = () => {
    typed.text = area.value;
    unsent.textContent = typed.text.trim() ? "Not saved yet: press Add." : "";
    grow(area);
  };
  requestAnimationFrame(area.oninput);
  const picks = fold.picks.map(([name, label, options]) => {
    const select = picker(name, options, typed.pick[name] ?? options[0][0]);
    select.onchange = () => { typed.pick[name] = select.value; };
    return labelled(label, select);
  });
  return el("div", { class: "panel write" }, labelled(fold.label, area), ...picks,
    el("div", { class: "bar" }, el("button", { type: "button", class: "strong", "data-act": "write" }, "Add"), unsent, el("span", { class: "hint" }, fold.hint)));
}

// Small things

function labelled(label, control) {
  return el("label", {}, el("span", {}, label), control);
}

function picker(name, options, value) {
  const select = el("select", { name }, ...options.map(([id, label]) => el("option", { value: id }, label)));
  for (const [at, [id]] of options.entries()) select.options[at].value = id;
  select.value = value;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  return select;
}

function short(text) {
  const words = text.split(/\s+/);
  return words.slice(0, 8).join(" ") + (words.length > 8 ? " …" : "");
}

function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function place(parent, nodes) {
  for (const child of [...parent.children]) if (!nodes.includes(child)) child.remove();
  nodes.forEach((node, at) => { if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null); });
}

function neighbour(row, by) {
  return by < 0 ? row.previousElementSibling : row.nextElementSibling;
}

function sameAs(button) {
  const { act, stage, fold, field } = button.dataset;
  const rest = Object.entries({ stage, fold, field }).filter(([, value]) => value).map(([name, value]) => `[data-${name}="${value}"]`);
  return `[data-act="${act}"]${rest.join("")}`;
}

function caret(active) {
  const top = active.getBoundingClientRect().top;
  return active.matches("textarea, input") ? { top, start: active.selectionStart, end: active.selectionEnd } : { top };
}

function scroller(node) {
  for (let each = node; each; each = each.parentElement ?? each.getRootNode().host) {
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return document.scrollingElement;
}
