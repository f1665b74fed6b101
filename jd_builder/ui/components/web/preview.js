// Shows the document that was sent, where the reader had scrolled to, with the last change marked.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const box = parentElement.querySelector(".page");
  const kept = box.scrollTop;
  if (box.dataset.shown !== data.stamp) {
    draw(box, data.html.split("\n"));
    box.dataset.shown = data.stamp;
  }
  box.scrollTop = box.dataset.layout === data.layout ? kept : 0;
  box.dataset.layout = data.layout;

  for (const gap of box.querySelectorAll("mark.gap")) {
    gap.tabIndex = 0;
    gap.setAttribute("role", "button");
  }
  mark(box, data.changed);
  underline(box, data.found);

  if (data.asked !== box.dataset.asked) {
    box.dataset.asked = data.asked;
    if (data.focus) requestAnimationFrame(() => showQuestion(data.focus));
  }

  const pick = (event) => {
    const from = event.target.closest("[data-ref]");
    if (from && !event.target.closest("a")) setTriggerValue("picked", from.dataset.ref);
  };
  box.onclick = pick;
  box.onkeydown = (event) => {
    if (event.key === "Enter" && event.target.matches("mark.gap")) pick(event);
  };
}

// Draws the blocks that differ from those that stand there, as most stay the same; there is one on each line.
function draw(box, blocks) {
  const known = box.blocks ?? [];
  let first = 0;
  while (first < known.length && known[first] === blocks[first]) first += 1;
  let last = 0;
  while (last < Math.min(known.length, blocks.length) - first && known.at(-1 - last) === blocks.at(-1 - last)) last += 1;
  for (const old of [...box.children].slice(first, known.length - last)) old.remove();
  const made = document.createElement("template");
  made.innerHTML = blocks.slice(first, blocks.length - last).join("");
  below(made.content);
  box.insertBefore(made.content, box.children[first] ?? null);
  box.blocks = blocks;
}

// The page has a heading of its own: those of the document come one level below it.
function below(box) {
  for (const each of box.querySelectorAll("h1, h2, h3")) each.ariaLevel = Number(each.tagName[1]) + 1;
}

// Marks what a change was made to: the place itself, or else the places that belong to it.
function mark(box, place) {
  for (const each of box.querySelectorAll(".changed")) each.classList.remove("changed");
  if (!place) return;
  const named = [...box.querySelectorAll("[data-ref]")];
  const same = named.filter((each) => each.dataset.ref === place);
  const found = same.length ? same : named.filter((each) => each.dataset.ref.startsWith(place + "."));
  const inner = found.filter((each) => !found.some((other) => other !== each && each.contains(other)));
  const lines = inner.map((each) => each.closest("li, tr, dd, p, h1, h2, h3") ?? each);
  for (const each of lines) each.classList.add("changed");
  if (lines.length) intoView(box, lines[0]);
}

// Underlines what the checks found, without touching the page: browsers that cannot do that show it plain.
function underline(box, found) {
  if (!window.Highlight) return;
  const places = found.flatMap(([ref, words]) => [...box.querySelectorAll(`[data-ref="${CSS.escape(ref)}"]`)]
    .filter((each) => !each.querySelector("[data-ref]"))
    .flatMap((each) => [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    .flatMap((node) => within(node, words)));
  CSS.highlights.set("jd-found", new Highlight(...places));
}

function within(node, words) {
  const ranges = [];
  for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + words.length)) {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    ranges.push(range);
  }
  return ranges;
}

function intoView(box, element) {
  const top = element.offsetTop - box.offsetTop;
  if (top < box.scrollTop || top + element.offsetHeight > box.scrollTop + box.clientHeight) {
    box.scrollTop = Math.max(0, top - box.clientHeight / 3);
  }
}

// The question behind a clicked part, once its group is on the page.
function showQuestion(key) {
  const question = document.querySelector(".st-key-q-" + key);
  if (!question) return;
  question.scrollIntoView({ block: "center" });
  question.querySelector("input[type=text], textarea, [role=combobox]")?.focus({ preventScroll: true });
}
