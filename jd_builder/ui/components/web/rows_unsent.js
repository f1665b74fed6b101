// What is typed and not saved yet: kept as one types, brought back when the list is drawn anew (unsent.js).
Object.assign(List.prototype, {
  begin(place) {
    this.place = place;
    this.unsent = new Unsent(place);
    this.editor = null;
    this.items.clear();
    this.forgetSaid();
    this.typed = { search: "", group: "", text: "", pick: {}, ...this.unsent.words[""] };
  },

  rows() {
    return this.data.sections.flatMap((section) => section.rows);
  },

  // What was sent before the page was left may have been heard since; if not, it is not saved yet.
  forgetSaid() {
    const { "": own, ...edited } = this.unsent.words;
    if (own?.sent && this.rows().some((row) => row.text === own.text.trim())) this.unsent.forget("");
    for (const row of this.rows()) if (edited[row.id] && says(row, edited[row.id])) this.unsent.forget(row.id);
    for (const [id, words] of Object.entries(this.unsent.words)) if (words) this.unsent.keep(id, { ...words, sent: false });
  },

  keep() {
    const { text, pick } = this.typed;
    if (text.trim()) this.unsent.keep("", { text, pick, sent: this.written === text });
    else this.unsent.forget("");
    if (this.editor) this.unsent.keep(this.editor.row.id, { ...this.fields(), document: this.editor.name });
  },

  settle(said) {
    const is_waiting = (id) => !id || this.pending.some((deed) => deed.action === "edit" && deed.id === id);
    this.unsent.settle(is_waiting, (id) => said.refused && said.row === id);
  },

  reopen() {
    const row = this.rows().find((row) => this.unsent.words[row.id]);
    if (row) this.edit(row.id);
  },

  bringBack(words) {
    if (!words) return;
    const { node } = this.editor;
    const select = node.querySelector("select[name=document]");
    if (select) {
      select.value = words.document;
      if (select.selectedIndex < 0) select.value = "";
      this.load(select.value);
    }
    for (const control of node.querySelectorAll("[name]:not([name=document])")) control.value = words[control.name] ?? control.value;
    node.querySelector("[data-unsent]").hidden = false;
    grow(node.querySelector("[name=text]"));
  },
});
