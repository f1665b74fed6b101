// A list of statements: rows to edit, move and mark in place, and what to add more from.
//
// Python sends all there is to see and hears what was done (deeds.js). Text is only ever set as text.
// What a person is in the middle of (an open editor, a search, the focus) lives here.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const box = parentElement.querySelector(".rows");
  box.list ??= new List(box);
  box.list.trigger = setTriggerValue;
  box.list.show(data);
}

class List extends Deeds {
  constructor(box) {
    super(el("div", { class: "late", role: "alert" }));
    this.box = box;
    this.items = new Map();
    this.parts = ["counts", "sections", "folds"].map((name) => el("div", { class: name }));
    this.live = el("div", { class: "live", role: "status" });
    box.replaceChildren(this.late, ...this.parts, this.live);
    box.addEventListener("click", (event) => this.click(event));
    box.addEventListener("keydown", (event) => this.key(event));
    for (const typing of ["input", "change"]) box.addEventListener(typing, () => this.keep());
    box.addEventListener("focusout", () => setTimeout(() => this.left()));
    box.addEventListener("mousedown", (event) => {
      if (event.target.closest(".editor button")) event.preventDefault();
    });
  }

  // Showing

  show(data) {
    this.data = data;
    const is_new = data.place !== this.place;
    if (is_new) this.begin(data.place);
    this.acknowledge(data.heard);
    for (const deed of this.pending) if (deed.action === "move") this.shift(deed.id, deed.to);
    this.clearWritten(data.said);
    this.settle(data.said);
    this.draw();
    if (data.heard.client === this.client) this.tell(data.said);
    if (data.asked !== this.asked) this.goTo(data.focus);
    this.asked = data.asked;
    if (is_new) this.reopen();
  }

  // What came of the last deed: aloud, and where it was refused, also beside its row or above the list.
  tell(said) {
    this.live.textContent = said.text;
    if (!this.pending.length) this.late.textContent = said.refused && !this.rowsAround(said.row).length ? said.text : "";
  }

  draw() {
    const held = this.hold();
    const [counts, sections, folds] = this.parts;
    counts.replaceChildren(...this.data.counts.map((count, at, all) => countLine(count, all[at - 1])));
    place(sections, this.data.sections.map((section) => this.section(section)));
    place(folds, this.data.folds.map((fold) => this.fold(fold)));
    this.release(held);
  }

  section(section) {
    const node = this.kept("section:" + section.id, "", () => sectionNode(section));
    node.querySelector("h2").textContent = section.title;
    node.querySelector(".hint").textContent = section.hint;
    node.querySelector(".none").textContent = section.rows.length ? "" : section.none;
    place(node.querySelector("ol"), section.rows.map((row, at) => this.row(row, at, section.rows.length)));
    return node;
  }

  row(row, at, total) {
    const said = this.data.said;
    const wrong = said.refused && said.row === row.id ? said.text : "";
    const typed = this.unsent.words[row.id];
    const unsent = typed?.sent ? "" : typed?.text;
    const looks = JSON.stringify([row, wrong, unsent]);
    const node = this.kept("row:" + row.id, looks, () => rowNode(row, this.data, wrong, unsent));
    const [up, down] = ["up", "down"].map((act) => node.querySelector(`[data-act=${act}]`));
    if (up) [up.disabled, down.disabled] = [at === 0, at === total - 1];
    return node;
  }

  fold(fold) {
    const looks = JSON.stringify([fold, !fold.open && this.typed.text]);
    return this.kept("fold:" + fold.id, looks, () => foldNode(fold, this.typed, this.data));
  }

  // The node of something as it was drawn before, or a new one; one that is being edited stays.
  kept(name, looks, make) {
    const known = this.items.get(name);
    if (known && (known.looks === looks || known.node === this.editor?.node)) return known.node;
    const node = make();
    this.items.set(name, { looks, node });
    return node;
  }

  goTo(id) {
    const node = id && this.items.get("row:" + id)?.node;
    if (!node?.isConnected) return;
    node.scrollIntoView({ block: "center" });
    node.querySelector("[data-act=edit]").focus({ preventScroll: true });
    node.classList.remove("found");
    requestAnimationFrame(() => node.classList.add("found"));
  }

  // Doing

  do(action) {
    const drawn = this.items.get("row:" + action.id);
    if (drawn) drawn.looks = null;
    super.do(action);
  }

  click(event) {
    const button = event.target.closest("button[data-act]");
    if (!button || button.disabled || actOnFinding(button, this)) return;
    button.focus({ preventScroll: true });
    const id = button.closest("[data-id]")?.dataset.id;
    const on = button.getAttribute("aria-pressed") !== "true";
    const deeds = {
      star: () => this.do({ action: "star", id, on }),
      stage: () => this.do({ action: "stage", id, on, stage: button.dataset.stage }),
      need: () => this.do({ action: "need", id, need: button.dataset.need }),
      up: () => this.move(id, -1),
      down: () => this.move(id, 1),
      remove: () => this.do({ action: "remove", id }),
      add: () => this.do({ action: "add", id }),
      open: () => this.do({ action: "open", fold: button.dataset.fold }),
      write: () => this.write(button.closest(".write")),
      edit: () => this.edit(id, button.dataset.field),
      done: () => this.save(true),
      cancel: () => this.cancel(),
      restore: () => this.restore(id),
    };
    if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", on);
    deeds[button.dataset.act]();
  }

  // The row moves at once, so that the next press counts from where it stands.
  move(id, by) {
    const rows = this.rowsAround(id);
    const to = rows.findIndex((row) => row.id === id) + by;
    if (to < 0 || to >= rows.length) return;
    this.shift(id, to);
    this.do({ action: "move", id, to });
    this.draw();
  }

  shift(id, to) {
    const rows = this.rowsAround(id);
    const from = rows.findIndex((row) => row.id === id);
    rows.splice(to, 0, ...rows.splice(from, 1));
  }

  rowsAround(id) {
    return this.data.sections.find((section) => section.rows.some((row) => row.id === id))?.rows ?? [];
  }

  write(form) {
    const fields = Object.fromEntries([...form.querySelectorAll("[name]")].map((each) => [each.name, each.value]));
    form.querySelector("textarea").focus();
    if (!fields.text.trim() || this.written === fields.text) return;
    this.written = fields.text;
    this.do({ action: "write", ...fields });
    this.keep();
  }

  // What was written leaves its box once it is kept.
  clearWritten(said) {
    if (this.written === undefined || this.pending.some((deed) => deed.action === "write")) return;
    const area = this.box.querySelector(".write textarea");
    if (!said.refused && this.typed.text === this.written) this.typed.text = "";
    if (area) area.value = this.typed.text;
    area?.oninput();
    this.written = undefined;
    this.keep();
  }

  key(event) {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    if (keyOnFinding(event, this)) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[key];
    const row = target.closest("li[data-id]");
    if ((ctrlKey || metaKey) && key === "Enter") {
      if (target.closest(".editor")) this.save(true);
      if (target.closest(".write")) this.write(target.closest(".write"));
    } else if (key === "Escape" && target.closest(".editor")) {
      this.cancel();
    } else if (by && row && target.matches("button") && !target.closest(".editor")) {
      event.preventDefault();
      if (altKey) row.querySelector("[data-act=up]") && this.move(row.dataset.id, by);
      else neighbour(row, by)?.querySelector(sameAs(target))?.focus();
    }
  }

  // Keeping one's place: the focused thing stays focused, and stays where it is on the screen.

  hold() {
    const active = this.box.getRootNode().activeElement;
    const row = active?.closest("[data-id]");
    if (!active?.dataset.act || !this.box.contains(active)) return null;
    const beside = row ? [neighbour(row, 1), neighbour(row, -1)].filter(Boolean) : [];
    return { active, id: row?.dataset.id, beside: beside.map((each) => each.dataset.id), ...caret(active) };
  }

  release(held) {
    if (!held) return;
    const { active, id, beside, top } = held;
    const at = (name) => `[data-id="${CSS.escape(name)}"]`;
    const find = (scope) => this.box.querySelector(`${scope} ${sameAs(active)}`);
    let found = active.isConnected ? active : id ? find(at(id)) : find("");
    found ??= id ? this.box.querySelector(`${at(id)} [data-act=edit]`) : null;
    for (const each of beside) found ??= find(at(each));
    if (found?.disabled) found = found.parentNode.querySelector("button:not(:disabled)");
    if (!found) return;
    if (found !== this.box.getRootNode().activeElement) found.focus({ preventScroll: true });
    if (held.start !== undefined && found.setSelectionRange) found.setSelectionRange(held.start, held.end);
    scroller(this.box).scrollTop += found.getBoundingClientRect().top - top;
    found.scrollIntoView({ block: "nearest" });
  }
}
