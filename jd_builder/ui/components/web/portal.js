// Blocks of text to copy into a jobs site, each with its budget. What is shortened here is for this copy alone.
export default function (component) {
  const { data, parentElement } = component;
  const box = parentElement.querySelector(".portal");
  const looks = JSON.stringify(data);
  if (box.dataset.looks === looks) return;
  box.dataset.looks = looks;
  const said = el("p", { class: "said", role: "status" });
  box.replaceChildren(whole(data, said), said, ...data.blocks.map((block) => blockNode(block, said)));
}

function whole(data, said) {
  const button = el("button", { type: "button", class: "strong" }, "Copy everything with formatting");
  button.onclick = () => copy(button, data.plain, data.html, said);
  return el("div", { class: "bar" }, button,
    el("span", { class: "hint" }, "For sites that keep headings and lists. What you shorten below is for that copy only."));
}

function blockNode(block, said) {
  const area = el("textarea", { rows: 3, value: block.text, "aria-label": block.heading, spellcheck: false });
  const budget = el("span", { class: "budget" });
  const count = () => told(budget, [...area.value].length, block);
  area.oninput = count;
  count();
  const button = el("button", { type: "button", class: "strong", "aria-label": `Copy: ${block.heading}` }, "Copy");
  button.onclick = () => copy(button, area.value.trim(), "", said);
  return el("section", { "aria-label": block.heading },
    el("div", { class: "bar" }, el("h3", {}, block.heading), budget, button),
    block.has_gap ? el("p", { class: "wrong" }, "Something in this block is still to be filled in.") : null,
    area, block.items.length > 1 ? itemList(block, said) : null);
}

function itemList(block, said) {
  const rows = block.items.map((text) => {
    const button = el("button", { type: "button", class: "plain", "aria-label": `Copy: ${text}` }, "Copy");
    button.onclick = () => copy(button, text, "", said);
    return el("li", {}, el("span", {}, text), button);
  });
  return el("details", {}, el("summary", {}, `One by one: ${block.items.length}`), el("ol", {}, ...rows));
}

// What a box has room for, while it is typed in.
function told(budget, length, { least, most }) {
  const number = length.toLocaleString("en-GB");
  const over = most && length > most ? length - most : 0;
  const under = least && length < least ? least - length : 0;
  budget.classList.toggle("wrong", Boolean(over || under));
  const of = most ? `${number} of ${most.toLocaleString("en-GB")} characters` : `${number} characters`;
  budget.textContent = over ? `${of}: ${over.toLocaleString("en-GB")} too many` : under ? `${of}: at least ${least} are needed` : of;
}

// The clipboard of a page that is not served securely can only be reached through a copy of our own.
async function copy(button, text, html, said) {
  try {
    const parts = { "text/plain": new Blob([text], { type: "text/plain" }) };
    if (html) parts["text/html"] = new Blob([html], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  } catch {
    document.addEventListener("copy", (event) => {
      event.clipboardData.setData("text/plain", text);
      if (html) event.clipboardData.setData("text/html", html);
      event.preventDefault();
    }, { once: true });
    document.execCommand("copy");
  }
  const label = button.dataset.label ??= button.textContent;
  button.textContent = "Copied";
  said.textContent = `Copied: ${label}`;
  setTimeout(() => { button.textContent = label; said.textContent = ""; }, 2000);
}
