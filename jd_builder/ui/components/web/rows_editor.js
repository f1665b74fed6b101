// Changing the words of one row in its place. They are kept when the editor is left.
Object.assign(List.prototype, {
  edit(id, field) {
    this.save(true);
    const row = this.rows().find((each) => each.id === id);
    const node = this.items.get("row:" + id).node;
    this.editor = { row, node };
    this.watch(true);
    node.classList.add("editing");
    node.replaceChildren(editorNode(row, this.data));
    const select = node.querySelector("select[name=document]");
    if (select) select.onchange = () => this.turn(select.value);
    this.load("");
    this.bringBack(this.unsent.words[id]);
    node.querySelector(`[name=${field || "text"}]`).focus();
  },

  // The words that hold in all documents, or in one of them.
  load(name) {
    const { row, node } = this.editor;
    const area = node.querySelector("[name=text]");
    area.value = name ? (row.elsewhere[name] ?? row.text) : row.text;
    const [note, button] = [node.querySelector(".original"), node.querySelector("[data-act=restore]")];
    const before = name ? (row.elsewhere[name] === undefined ? "" : row.text) : row.original;
    note.hidden = !before;
    note.querySelector(".words").textContent = before;
    note.querySelector("b").textContent = name ? "In all other documents" : "Original";
    button.textContent = name ? "Use the same words here" : "Restore the original";
    Object.assign(this.editor, { name, saved: this.fields() });
    grow(area);
  },

  turn(name) {
    this.save(false);
    this.load(name);
  },

  fields() {
    const named = this.editor.node.querySelectorAll("[name]");
    return Object.fromEntries([...named].map((each) => [each.name, each.value.trim()]));
  },

  // Keeps what was typed, if it is other than before; ``close`` also ends the editing.
  save(close) {
    if (!this.editor) return;
    const { row, saved, name } = this.editor;
    const fields = this.fields();
    const is_new = Object.keys(fields).some((key) => key !== "document" && fields[key] !== saved[key]);
    if (is_new) {
      if (fields.text && name) row.elsewhere[name] = fields.text;
      else if (fields.text) row.text = fields.text;
      this.editor.saved = fields;
      this.do({ action: "edit", id: row.id, ...fields, document: name });
      this.unsent.keep(row.id, { ...fields, document: name, sent: true });
    } else if (close) {
      this.unsent.forget(row.id);
    }
    if (close) this.close();
  },

  restore(id) {
    this.do({ action: "restore", id, document: this.editor.name });
    this.cancel();
  },

  cancel() {
    if (this.editor) this.unsent.forget(this.editor.row.id);
    this.close();
  },

  close() {
    if (!this.editor) return;
    const { row, node } = this.editor;
    const had_focus = node.contains(this.box.getRootNode().activeElement);
    this.editor = null;
    this.watch(false);
    this.items.delete("row:" + row.id);
    this.draw();
    if (had_focus) this.items.get("row:" + row.id)?.node.querySelector("[data-act=edit]").focus({ preventScroll: true });
  },

  // Going to another window keeps the words and the editor; going elsewhere on the page ends it, but not
  // between the press and the release of a mouse button: what was pressed would move from under it.
  left() {
    if (!this.editor || this.pressed || this.editor.node.contains(this.box.getRootNode().activeElement)) return;
    this.save(document.hasFocus());
  },

  watch(on) {
    const change = on ? "addEventListener" : "removeEventListener";
    this.press ??= () => { this.pressed = true; };
    this.lift ??= () => setTimeout(() => { this.pressed = false; this.left(); });
    document[change]("pointerdown", this.press, true);
    for (const end of ["pointerup", "pointercancel"]) document[change](end, this.lift, true);
  },
});

function editorNode(row, data) {
  const pick = data.headings.options.length && (data.stages.length || row.tag === data.own);
  return el("div", { class: "editor" },
    labelled(data.noun, el("textarea", { name: "text", rows: 2, oninput: (event) => grow(event.target) })),
    data.documents.length > 1 && !data.stages.length
      ? labelled("Where", picker("document", [["", "In all documents"], ...data.documents.map(([id, name]) => [id, `Only in: ${name}`])], ""))
      : null,
    pick ? labelled(data.headings.label, picker(data.headings.name, data.headings.options, row.theme)) : null,
    row.need === "essential"
      ? labelled("Why essential?", el("textarea", { name: "why", rows: 1, value: row.why, placeholder: data.why, oninput: (event) => grow(event.target) }))
      : null,
    el("p", { class: "original", hidden: true }, el("b", {}), el("span", { class: "words" }),
      el("button", { type: "button", class: "plain", "data-act": "restore" })),
    row.source ? el("p", { class: "hint" }, `${row.tag}: ${row.source}`) : null,
    el("div", { class: "bar" },
      el("button", { type: "button", class: "strong", "data-act": "done" }, "Done"),
      el("button", { type: "button", class: "plain", "data-act": "cancel" }, "Cancel"),
      el("span", { class: "meta", role: "status", hidden: true, "data-unsent": "" }, "Not saved yet: what you typed before the page changed."),
      el("span", { class: "hint" }, "Ctrl+Enter keeps the words, Esc leaves them as they were.")),
  );
}
