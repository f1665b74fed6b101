// One finding: what it is, why, and what can be done about it in one click.

function findingNode(finding, data) {
  return el("div", { class: "finding " + finding.severity, "data-finding": JSON.stringify(finding.key) },
    el("p", { class: "says" }, el("b", {}, finding.label + ": "), finding.message),
    finding.reason ? el("p", { class: "kept" }, el("b", {}, "Kept: "), finding.reason) : null,
    finding.around ? el("p", { class: "around" }, finding.around[0], el("mark", {}, finding.around[1]), finding.around[2]) : null,
    el("p", { class: "reason" }, finding.why, ...(finding.link ? [" ", sourceLink(finding)] : [])),
    el("div", { class: "bar" }, ...offers(finding), finding.can_keep ? keepButton(finding) : null,
      finding.reason ? findingButton("reopen", "Take up again", finding) : null,
      finding.go ? findingButton("go", finding.go, finding) : null),
    finding.can_keep ? keepForm(finding, data) : null);
}

function sourceLink(finding) {
  return el("a", { href: finding.link, target: "_blank", rel: "noopener noreferrer", "aria-label": `Source: ${finding.message}` }, "Source");
}

function offers(finding) {
  return (finding.can_replace ? finding.suggestions : []).map((text, number) => findingButton("replace", `Use “${text}”`, finding, { "data-number": number }));
}

function findingButton(act, label, finding, more = {}) {
  return el("button", { type: "button", class: act === "replace" ? "strong" : "plain", "data-act": act, "data-go": finding.place, "aria-label": `${label}. ${finding.message}`, ...more }, label);
}

function keepButton(finding) {
  return el("button", { type: "button", class: "plain", "data-act": "ask-why", "aria-expanded": "false", "aria-label": `Keep, because … ${finding.message}` }, "Keep, because …");
}

function keepForm(finding, data) {
  const picks = data.reasons.map((reason) => el("button", { type: "button", class: "quick", "data-act": "keep", "data-picked": reason }, reason));
  const own = el("input", { name: "own", maxlength: 500, placeholder: "Or in your own words", "aria-label": "Reason in your own words" });
  return el("div", { class: "keep", hidden: true, role: "group", "aria-label": "Keep, because" },
    el("div", { class: "bar" }, ...picks),
    el("div", { class: "bar" }, own, el("button", { type: "button", class: "quick", "data-act": "keep", "data-picked": "" }, "Keep")));
}

// Does what a button of a finding says; false where the button is none of a finding's.
function actOnFinding(button, deeds) {
  const node = button.closest("[data-finding]");
  if (!node) return false;
  const finding = JSON.parse(node.dataset.finding);
  const { act, picked, number, go } = button.dataset;
  const acts = {
    replace: () => deeds.do({ action: "replace", finding, suggestion: Number(number) }),
    reopen: () => deeds.do({ action: "reopen", finding }),
    go: () => deeds.trigger("went", go),
    "ask-why": () => askWhy(node, button),
    keep: () => keep(node, deeds, finding, picked),
  };
  acts[act]();
  return true;
}

// Enter in the box for a reason keeps the finding.
function keyOnFinding(event, deeds) {
  const node = event.key === "Enter" && event.target.matches("[name=own]") && event.target.closest("[data-finding]");
  if (node) keep(node, deeds, JSON.parse(node.dataset.finding), "");
  return Boolean(node);
}

function askWhy(node, button) {
  const form = node.querySelector(".keep");
  form.hidden = !form.hidden;
  button.setAttribute("aria-expanded", String(!form.hidden));
  if (!form.hidden) form.querySelector("button").focus();
}

function keep(node, deeds, finding, picked) {
  const input = node.querySelector("[name=own]");
  if (!picked && !input.value.trim()) return input.focus();
  deeds.do({ action: "keep", finding, picked, own: input.value });
}
