// Other words beside the old ones: what went and what came, why one is in doubt, and what to do about it.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const box = parentElement.querySelector(".proposals");
  box.list ??= new Proposals(box);
  box.list.trigger = setTriggerValue;
  box.list.show(data);
}

const LEVELS = { pass: "Passed", look: "Look", block: "Changes a fact" };

class Proposals extends Deeds {
  constructor(box) {
    super(el("p", { class: "late", role: "alert" }));
    this.box = box;
    this.items = new Map();
    this.live = el("p", { class: "live", role: "status" });
    this.all = el("div", { class: "all" });
    this.list = el("ol", { "aria-label": "Proposals" });
    this.refused = el("div", { class: "refused" });
    box.replaceChildren(this.late, this.all, this.live, this.list, this.refused);
    box.addEventListener("click", (event) => this.click(event));
    box.addEventListener("keydown", (event) => this.key(event));
  }

  show(data) {
    this.acknowledge(data.heard);
    if (data.heard.client === this.client) {
      this.live.textContent = data.said.text;
      this.live.classList.toggle("wrong", Boolean(data.said.refused));
      if (!this.pending.length) this.late.textContent = "";
    }
    const held = this.box.getRootNode().activeElement?.closest("li");
    const next = held && [held.dataset.id, held.nextElementSibling?.dataset.id, held.previousElementSibling?.dataset.id];
    this.all.replaceChildren(...allNodes(data));
    const nodes = data.proposals.map((each) => this.node(each));
    for (const child of [...this.list.children]) if (!nodes.includes(child)) child.remove();
    nodes.forEach((node, at) => { if (this.list.children[at] !== node) this.list.insertBefore(node, this.list.children[at] ?? null); });
    this.refused.replaceChildren(...(data.refused ? [button("reopen", `Bring back ${data.refused} refused`, "plain")] : []));
    if (next && !this.box.getRootNode().activeElement) this.focusOn(next);
  }

  // What is drawn already stays as it is, also while it is being edited.
  node(proposal) {
    if (!this.items.has(proposal.id)) this.items.set(proposal.id, { proposal, node: proposalNode(proposal) });
    return this.items.get(proposal.id).node;
  }

  focusOn(ids) {
    const found = ids.map((id) => this.list.querySelector(`[data-id="${id}"] button`)).find(Boolean);
    (found ?? this.all.querySelector("button"))?.focus({ preventScroll: true });
  }

  click(event) {
    const pressed = event.target.closest("button[data-act]");
    if (!pressed) return;
    const node = pressed.closest("li");
    const id = node?.dataset.id;
    const act = pressed.dataset.act;
    if (act === "open") this.edit(node, id);
    else if (act === "cancel") this.redraw(id);
    else if (act === "edit") this.do({ action: "edit", id, text: node.querySelector("textarea").value });
    else this.do({ action: act, id });
  }

  edit(node, id) {
    const { proposal } = this.items.get(id);
    const area = el("textarea", { rows: 3, value: proposal.text, "aria-label": "Your words" });
    node.querySelector(".do").replaceWith(el("div", { class: "editor" }, area,
      el("div", { class: "do" }, button("edit", "Use these words", "strong"), button("cancel", "Cancel", "plain"))));
    area.focus();
  }

  redraw(id) {
    const item = this.items.get(id);
    const fresh = proposalNode(item.proposal);
    item.node.replaceWith(fresh);
    item.node = fresh;
    fresh.querySelector("[data-act=open]").focus({ preventScroll: true });
  }

  key(event) {
    const editor = event.target.closest(".editor");
    if (!editor) return;
    const id = editor.closest("li").dataset.id;
    if (event.key === "Escape") this.redraw(id);
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      this.do({ action: "edit", id, text: editor.querySelector("textarea").value });
    }
  }
}

function button(act, label, kind, about) {
  return el("button", { type: "button", class: kind, "data-act": act, "aria-label": about ? `${label}: ${about}` : null }, label);
}

function allNodes({ proposals, counts }) {
  if (!proposals.length) return [];
  return [
    counts.pass ? button("accept-all", `Accept the ${counts.pass} that passed`, "strong") : null,
    button("refuse-all", `Refuse all ${proposals.length}`, "plain"),
  ].filter(Boolean);
}

function proposalNode(proposal) {
  const { id, part, pieces, text, level, why } = proposal;
  const tags = { removed: "del", added: "ins", same: "span" };
  const about = text.split(/\s+/).slice(0, 6).join(" ");
  return el("li", { "data-id": id, class: level },
    el("p", { class: "part" }, part),
    el("p", { class: "words" }, ...pieces.map(([kind, words], at) => el(tags[kind], {}, ...(opens(pieces, at) ? begun(words) : [words])))),
    el("p", { class: "why" }, el("b", {}, LEVELS[level]), why.length ? `: ${why.join(" ")}` : ""),
    el("div", { class: "do" },
      level === "block" ? null : button("accept", level === "look" ? "Accept anyway" : "Accept", "strong", about),
      button("open", "Edit", "plain", about), button("refuse", "Refuse", "plain", about)));
}

// A statement begins with a capital, before and after.
function opens(pieces, at) {
  return at === 0 || (at === 1 && pieces[0][0] === "removed" && pieces[1][0] === "added");
}

function begun(words) {
  const [letter, ...rest] = words;
  return [el("span", { class: "first" }, letter), rest.join("")];
}
