// Words that are typed and not saved yet, kept in this tab under their draft and list: a page that is left or
// loaded again has them still. Under "" those that are no row yet, under the id of a row those of its editor.
class Unsent {
  constructor(place) {
    this.name = "jd-unsent " + place;
    try {
      this.words = JSON.parse(sessionStorage.getItem(this.name)) ?? {};
    } catch {
      this.words = {}; // a browser that keeps nothing: the words stand on the page alone
    }
  }

  keep(id, words) {
    this.words[id] = words;
    try {
      sessionStorage.setItem(this.name, JSON.stringify(this.words));
    } catch (error) {
      console.warn(error);
    }
  }

  forget(id) {
    this.keep(id, undefined);
  }

  // What was sent and is heard is forgotten; ``is_waiting`` and ``is_refused`` say of an id what came of it.
  settle(is_waiting, is_refused) {
    for (const [id, words] of Object.entries(this.words)) {
      if (!words?.sent || is_waiting(id)) continue;
      if (is_refused(id)) this.keep(id, { ...words, sent: false });
      else this.forget(id);
    }
  }
}

// Whether a row says by now what was typed for it.
function says(row, { document, text, why }) {
  const now = document ? (row.elsewhere[document] ?? row.text) : row.text;
  return text === now.trim() && (why ?? row.why ?? "") === (row.why ?? "").trim();
}
