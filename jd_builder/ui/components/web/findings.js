// What the checks say, beside a question or for a whole draft: groups of findings, some of them folded.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const box = parentElement.querySelector(".findings");
  box.list ??= new Findings(box);
  box.list.trigger = setTriggerValue;
  box.list.show(data);
}

class Findings extends Deeds {
  constructor(box) {
    super(el("div", { class: "late", role: "alert" }));
    this.box = box;
    this.live = el("div", { class: "live", role: "status" });
    this.groups = el("div", { class: "groups" });
    box.replaceChildren(this.late, this.groups, this.live);
    box.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act]");
      if (button) actOnFinding(button, this);
    });
    box.addEventListener("keydown", (event) => keyOnFinding(event, this));
  }

  show(data) {
    this.acknowledge(data.heard);
    const mine = data.heard.client === this.client;
    if (mine) this.live.textContent = data.said.text;
    if (mine && !this.pending.length) this.late.textContent = data.said.refused ? data.said.text : "";
    const looks = JSON.stringify(data.groups);
    if (looks === this.looks) return;
    this.looks = looks;
    const opened = new Set([...this.groups.querySelectorAll("details[open]")].map((each) => each.dataset.id));
    const at = this.all().indexOf(this.box.getRootNode().activeElement?.closest(".finding"));
    this.groups.replaceChildren(...data.groups.map((group) => groupNode(group, data, opened)));
    if (at >= 0) (this.all()[at] ?? this.all().at(-1))?.querySelector("button")?.focus({ preventScroll: true });
  }

  all() {
    return [...this.groups.querySelectorAll(".finding")];
  }
}

function groupNode(group, data, opened) {
  const findings = group.findings.map((each) => findingNode(each, data));
  if (!group.folded) return el("section", { "aria-label": group.title }, group.title ? el("h3", {}, group.title) : null, ...findings);
  return el("details", { "data-id": group.id, open: opened.has(group.id) },
    el("summary", {}, group.title), group.about ? el("p", { class: "about" }, group.about) : null, ...findings);
}
