// Brings a question into view and the focus into its field, once for each time that it is asked for.
export default function ({ data, parentElement }) {
  const marker = parentElement.querySelector("span");
  if (marker.dataset.asked === data.asked) return;
  marker.dataset.asked = data.asked;
  requestAnimationFrame(() => {
    const question = data.key && document.querySelector(".st-key-q-" + data.key);
    if (!question) return;
    question.scrollIntoView({ block: "center" });
    question.querySelector("input[type=text], textarea, [role=combobox]")?.focus({ preventScroll: true });
  });
}
