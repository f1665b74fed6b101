// While proposals arrive the page asks for news, the next time only when the last answer has been drawn.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  clearTimeout(parentElement.asking);
  parentElement.asking = setTimeout(() => setTriggerValue("look", data.number), data.wait * 1000);
  return () => clearTimeout(parentElement.asking);
}
